"""How the collectivité meets its obligations: where it stands, and the proofs."""
