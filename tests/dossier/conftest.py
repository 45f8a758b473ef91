from tests.dossier.hulpstukken import kleine_wereld, opslag, sqlite_opslag, tegelijk, voorraad, wereld

__all__ = ["kleine_wereld", "opslag", "sqlite_opslag", "tegelijk", "voorraad", "wereld"]
