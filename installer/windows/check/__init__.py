"""What is checked of the packages: under Wine on Linux, for real on Windows."""
