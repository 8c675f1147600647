"""Contacts: who met, talked or refused to, where, when and through whom."""

from accord.position.reported.contacts.finding import find_contacts

__all__ = ["find_contacts"]
