"""One table: which role may see and do what, and how far it reaches. What is not here is not allowed.

The page docs/rechten.md is made out of this table, and a test walks every route with every role against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from keukentafel.procedure.feit import Rol as Feitrol
from keukentafel.procedure.register import FEITSOORTEN
from keukentafel.procedure.volgorde import ALLEEN_GEMEENTE


class Recht(StrEnum):
    """Something that a role may see or do, apart from recording facts."""

    ZAAK_ZIEN = "de hele zaak zien: feiten, klok, waarborgen, draad"
    AFSPRAAK_ZIEN = "plaats en tijd van het gesprek zien"
    VRAAG_ZIEN = "de gestelde vraag zien"
    DOCUMENTEN = "documenten zien en toevoegen"
    BRIEVEN = "brieven en berichten zien"
    KIJKLOG = "zien wie er keek"
    MEEKIJKERS = "zien wie er mag meekijken"
    MEENEMEN = "de zaak als bestand meenemen"
    WERKLIJST = "de werklijst zien"
    REGISTREREN = "een melding opnemen voor wie belt, schrijft of langskomt"
    VERTEGENWOORDIGING = "een vertegenwoordiger opnemen op vertoon van een bewijs"
    VOORLEGGEN = "een besluit voorbereiden en voorleggen aan wie beslist"
    BESLISSEN = "beslissen"
    EIGEN_NOTITIES = "eigen notities, voor niemand anders te lezen"
    EIGEN_BLAD = "een eigen blad, privé tot het per onderdeel is gedeeld"
    INRICHTEN = "normen, teams, mensen, voorzieningen en brieven inrichten"


class Reikwijdte(StrEnum):
    """Over which cases a mandate reaches."""

    BETROKKENE = "de zaken van één betrokkene"
    ZAAK = "één zaak"
    TEAM = "de zaken van het eigen team"
    GEMEENTE = "de zaken van de gemeente"
    GEEN = "geen enkele zaak"


@dataclass(frozen=True, slots=True)
class Rol:
    """A role: its reach, its rights, and the kinds of fact that it may record. `bereidt_voor`: what it prepares for
    who decides, and may not record itself.
    """

    naam: str
    titel: str
    reikwijdte: Reikwijdte
    rechten: frozenset[Recht]
    feiten: frozenset[str]
    bereidt_voor: frozenset[str] = frozenset()


def _van(*rollen: Feitrol) -> frozenset[str]:
    return frozenset(naam for naam, soort in FEITSOORTEN.items() if any(rol in soort.door for rol in rollen))


_BESLISSINGEN: Final = frozenset({
    "besluit_bekendgemaakt", "besluit_gewijzigd", "besluit_ingetrokken", "dwangsombesluit_bekendgemaakt",
    "dwangsom_betaald", "beslissing_op_bezwaar_bekendgemaakt", "beslistermijn_verlengd", "aanvulling_gevraagd",
    "termijn_opgeschort", "opschorting_beeindigd",
})  # fmt: skip
_BESLUITEN: Final = frozenset({
    "besluit_bekendgemaakt", "besluit_gewijzigd", "besluit_ingetrokken", "dwangsombesluit_bekendgemaakt",
})  # fmt: skip
"""What a worker prepares. A decision on an objection is not among it: who prepared the first one stays out of that."""
_VAN_INWONER: Final = _van(Feitrol.INWONER)
_ARCHIEF: Final = frozenset({"dossier_vernietigd", "bewaarplicht_vastgesteld", "bewaarplicht_vervallen"})
_VAN_CONSULENT: Final = (
    (ALLEEN_GEMEENTE | _VAN_INWONER)
    - (_BESLISSINGEN - {"beslistermijn_verlengd", "aanvulling_gevraagd"})
    - _ARCHIEF
    - {"toestemming_gegeven", "elektronisch_bereikbaar_verklaard"}
)
"""What a worker records, for the municipality or for a resident who phoned or wrote; never a consent."""
_VOOR_CLIENT: Final = frozenset({
    "persoonlijk_plan_ontvangen", "gesprek_aan_huis_gevraagd", "gespreksvorm_gevraagd", "reactie_op_verslag_ontvangen",
    "aanvullend_gesprek_gevraagd", "gesprek_verzet",
})  # fmt: skip
_EIGEN_ZAAK: Final = frozenset({
    Recht.ZAAK_ZIEN, Recht.AFSPRAAK_ZIEN, Recht.DOCUMENTEN, Recht.BRIEVEN, Recht.KIJKLOG,
    Recht.MEEKIJKERS, Recht.MEENEMEN,
})  # fmt: skip
_WERK: Final = frozenset({Recht.ZAAK_ZIEN, Recht.AFSPRAAK_ZIEN, Recht.DOCUMENTEN, Recht.BRIEVEN, Recht.WERKLIJST})

ROLLEN: Final[Mapping[str, Rol]] = {
    rol.naam: rol
    for rol in (
        Rol("inwoner", "Inwoner", Reikwijdte.BETROKKENE, _EIGEN_ZAAK, _VAN_INWONER),
        Rol("vertegenwoordiger", "Vertegenwoordiger", Reikwijdte.BETROKKENE, _EIGEN_ZAAK, _VAN_INWONER),
        Rol(
            "mantelzorger", "Mantelzorger", Reikwijdte.BETROKKENE,
            frozenset({Recht.AFSPRAAK_ZIEN, Recht.EIGEN_BLAD}), frozenset({"mantelzorger_vroeg_steun"}),
        ),
        Rol(
            "clientondersteuner", "Cliëntondersteuner", Reikwijdte.BETROKKENE,
            _EIGEN_ZAAK - {Recht.KIJKLOG, Recht.MEEKIJKERS, Recht.MEENEMEN} | {Recht.EIGEN_NOTITIES}, _VOOR_CLIENT,
        ),
        Rol(
            "consulent", "Consulent", Reikwijdte.TEAM,
            _WERK | {Recht.REGISTREREN, Recht.VERTEGENWOORDIGING, Recht.VOORLEGGEN}, _VAN_CONSULENT, _BESLUITEN,
        ),
        Rol(
            "deskundige", "Deskundige", Reikwijdte.ZAAK, frozenset({Recht.VRAAG_ZIEN}), frozenset({"advies_ontvangen"})
        ),
        Rol(
            "beslisser", "Beslisser", Reikwijdte.GEMEENTE, _WERK | {Recht.BESLISSEN},
            _BESLISSINGEN | {"feit_gecorrigeerd"},
        ),
        Rol("beheerder", "Beheerder", Reikwijdte.GEEN, frozenset({Recht.INRICHTEN}), frozenset()),
    )
}  # fmt: skip
