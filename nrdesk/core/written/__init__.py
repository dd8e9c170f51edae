"""What people write: words, figures and dates in French, read without ever guessing silently."""
