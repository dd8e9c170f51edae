"""What makes nrdesk installable: builders of packages, and the files that they ship."""
