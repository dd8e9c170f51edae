"""The obligations that apply to the collectivité."""
