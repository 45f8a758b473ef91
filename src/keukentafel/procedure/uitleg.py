"""Every date explains itself: start, length, what suspended or moved it, and how it stands, in plain Dutch."""

from __future__ import annotations

from datetime import date

from keukentafel.procedure.feit import titel_van
from keukentafel.procedure.taal import aantal_dagen, dag_voluit, datum_voluit, opsomming
from keukentafel.procedure.termijn import Aard, Stand, Status
from keukentafel.procedure.veldnamen import VELDNAMEN
from keukentafel.procedure.waarborg import NORM
from keukentafel.wet.kalender import vrije_dag


def uitleg(stand: Stand) -> list[str]:
    """The receipt of one date, a sentence a step."""
    t, einde = stand.termijn, stand.einddag
    zinnen = [f"Het begint bij: {titel_van(stand.feit.soort)} (feit {stand.feit.nr}, {dag_voluit(stand.feit.dag)})."]
    if stand.vanaf_nr is None:
        return [*zinnen, "De dag daarvan is niet bekend. Daarom is de laatste dag niet te berekenen."]
    if einde.vanaf is not None:
        return [*zinnen, f"Het kan vanaf {datum_voluit(einde.vanaf)}. Er is geen laatste dag, maar wacht niet te lang."]
    soort = "een norm, geen wet" if t.binding is NORM else "de wet"
    if einde.eerste is not None and einde.uiterlijk is not None:
        zinnen += [_periode(stand, einde.eerste, einde.uiterlijk), f"Dat is {soort}: {', '.join(t.bron_tekst)}."]
        return [*zinnen, _hoe_het_staat(stand, einde.uiterlijk)]
    if stand.vanaf_nr != stand.feit.dag:
        zinnen.append(f"De termijn loopt vanaf {datum_voluit(stand.vanaf_nr)}.")
    if einde.duur is not None:
        zinnen.append(
            f"De termijn is {einde.duur}. Dat is {soort}: {', '.join(t.bron_tekst)}. De eerste dag telt niet mee."
        )
    zinnen += _stilstand(stand)
    if einde.uiterlijk is None:
        return [*zinnen, "De laatste dag staat niet in de feiten."]
    zinnen += _verschoven(stand)
    if einde.plan_op is not None:
        zinnen.append(
            f"Over de laatste dag is verschil van mening. Houd voor de zekerheid {datum_voluit(einde.plan_op)} aan."
        )
    return [*zinnen, _hoe_het_staat(stand, einde.uiterlijk)]


def _periode(stand: Stand, eerste: int, laatste: int) -> str:
    """What runs up day by day: the first and the last day count both."""
    van, tot, dagen = datum_voluit(eerste), datum_voluit(laatste), aantal_dagen(laatste - eerste + 1)
    return f"De {stand.termijn.naam.lower()} loopt van {van} tot en met uiterlijk {tot} ({dagen})."


def _stilstand(stand: Stand) -> list[str]:
    einde = stand.einddag
    uit = []
    for tijd in einde.tussentijden:
        dagen = tijd.tot - tijd.van
        tot = "en staat nog stil" if tijd.open else f"tot en met {datum_voluit(tijd.tot)}"
        uit.append(
            f"De klok stond stil na {datum_voluit(tijd.van)}, {tot}: {dagen} dagen ({tijd.bron}; feit {tijd.feit.nr})."
        )
    if einde.verlengd_door is not None:
        uit.append(
            f"De termijn is verlengd op {dag_voluit(einde.verlengd_door.dag)} "
            f"({einde.verlengd_bron}; feit {einde.verlengd_door.nr})."
        )
    if einde.mist:
        open_ = opsomming([VELDNAMEN.get(veld, veld) for veld in einde.mist])
        uit.append(f"Nog niet bekend is {open_}. Daarom is de latere dag aangehouden.")
    return uit


def _verschoven(stand: Stand) -> list[str]:
    einde = stand.einddag
    assert einde.uiterlijk is not None
    if einde.zonder is None or einde.uiterlijk <= einde.zonder:
        return []
    dagen = [
        f"{datum_voluit(nr)} ({vrije_dag(date.fromordinal(nr)) or 'er horen twee werkdagen in'})"
        for nr in range(einde.zonder, einde.uiterlijk)
    ]
    bron = "Verordening 1182/71 art. 3" if stand.termijn.id == "inzage" else "Algemene termijnenwet"
    return [f"De laatste dag schuift op, want dit zijn geen werkdagen: {', '.join(dagen)} ({bron})."]


def _hoe_het_staat(stand: Stand, uiterlijk: int) -> str:
    laatste = f"De laatste dag is {datum_voluit(uiterlijk)}."
    gedaan = stand.gehaald
    match stand.status:
        case Status.GEHAALD if gedaan is not None:
            return f"{laatste} Gedaan op {dag_voluit(gedaan.dag)} (feit {gedaan.nr}): op tijd."
        case Status.TE_LAAT_GEHAALD if gedaan is not None:
            dagen = (gedaan.dag or uiterlijk) - uiterlijk
            return f"{laatste} Gedaan op {dag_voluit(gedaan.dag)} (feit {gedaan.nr}): {aantal_dagen(dagen)} te laat."
        case Status.OVERSCHREDEN:
            return f"{laatste} Die is voorbij en het is nog niet gedaan."
        case Status.VERVALLEN:
            return _vervallen(stand, laatste)
        case Status.OPGESCHORT:
            return f"De klok staat nu stil. {laatste}"
        case _:
            return f"{laatste} De termijn loopt nog."


def _vervallen(stand: Stand, laatste: str) -> str:
    door = stand.vervallen_door
    if door is not None:
        return f"De termijn doet er niet meer toe: {titel_van(door.soort)} op {dag_voluit(door.dag)}."
    if stand.termijn.aard is Aard.BEWAREN:
        return f"{laatste} Bewaren hoeft niet meer."
    return f"{laatste} Die is voorbij; er is geen gebruik van gemaakt."
