"""nrdesk: the stratégie numérique responsable of a French commune or EPCI, offline, in ten steps."""

__version__ = "0.1.0"
