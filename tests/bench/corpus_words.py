"""The words of invented minutes: parts of names, and for each sort of sentence ten ways or more to say it.

`{holder}`, `{other}`, `{third}` are persons («dhr. Woldstra»), `{theme}` a theme, `{body}` the body that
meets, `{group}` a group beside it, `{district}` where it is, `{date}` and `{month}` a coming date or month,
`{past}` a date that was, `{task}` something to be done. A sentence gets its capital when it is made.
"""

from __future__ import annotations

THEMES = (
    "Ondermijning", "Mensenhandel", "Zorg en Veiligheid", "Onbegrepen gedrag", "Huiselijk geweld",
    "Kindermishandeling", "High impact crimes", "Woninginbraken", "Straatroof", "Wapenbezit",
    "Digitale criminaliteit", "Bankhelpdeskfraude", "Cyberweerbaarheid", "Radicalisering", "Polarisatie",
    "Maatschappelijke onrust", "Demonstraties", "Evenementenveiligheid", "Jaarwisseling", "Voetbalveiligheid",
    "Woonoverlast", "Jeugdoverlast", "Drugsoverlast", "Cameratoezicht", "Bestuurlijke aanpak",
)  # fmt: skip

INITIALS = "ABCDEFGHJKLMNPRSTVW"
PREFIXES = ("", "", "", "", "van ", "de ", "ter ", "van der ")
BEGINS = (
    "Wold", "Heem", "Brem", "Lind", "Olm", "Esch", "Varen", "Kwel", "Ried", "Stroom", "Grien", "Zwaar",
    "Hazel", "Koren", "Gerst", "Haver", "Distel", "Klaver", "Mees", "Snip", "Reig", "Zwaluw", "Havik",
    "Sper", "Kiev", "Ooie", "Lam", "Veul", "Bever", "Otter", "Das", "Mar", "Tij", "Duin", "Kreek",
    "Sluis", "Gracht", "Brug", "Toren", "Molen", "Schuur", "Hoeve", "Stal", "Akker", "Weid", "Beemd",
    "Donk", "Horst", "Loo", "Veen", "Turf", "Klei", "Leem", "Zavel", "Grind", "Kei", "Flint", "Schel",
    "Mossel", "Kokkel", "Alik", "Wier", "Zeil", "Mast", "Roer", "Anker", "Kiel", "Spant", "Touw",
    "Knoop", "Wever", "Spin", "Vlas", "Hennip", "Wol", "Lin", "Zijd", "Vilt", "Leest", "Zool",
)  # fmt: skip
ENDS = (
    "stra", "sma", "inga", "ema", "kamp", "huis", "man", "berg", "dam", "wijk", "laar", "rode", "veld",
    "bosch", "horst", "beek", "broek", "oord", "hof", "hoek", "mans", "ers", "aarts", "gaard", "steen",
    "stein", "water", "zijl", "weg", "pad", "poort", "borg", "schot", "schans", "waard", "eiland",
    "kerk", "stede", "brand", "graaf", "meester", "maker", "snijder", "drager", "voerder", "lander",
    "wender", "kuiper", "bakker", "visser", "hout", "tak", "blad", "wortel", "bloem", "kruid", "mos",
    "varen", "ink", "ing",
)  # fmt: skip

PLACE_BEGINS = (
    "Elmer", "Noorder", "Zuider", "Ooster", "Wester", "Lange", "Hoge", "Neder", "Opper", "Mid",
    "Groene", "Witte", "Zilver", "Gouden", "Koper", "IJzer", "Rode", "Blauwe", "Stille", "Wilde",
    "Oude", "Nieuwe", "Kleine", "Grote",
)  # fmt: skip
PLACE_ENDS = (
    "dal", "plas", "meer", "kreek", "polder", "gouw", "kogge", "made", "ward", "mark", "lo", "heide",
    "vliet", "schor", "gors", "hage", "monde", "drift",
)  # fmt: skip

# Six sorts of bodies to a district; the theme is the first of its own themes.
BODIES = (
    "Bestuurlijk Overleg Veiligheid {district}",
    "Stuurgroep {theme} {district}",
    "Programmaraad {theme} {district}",
    "Expertgroep {theme} {district}",
    "Regiegroep {theme} {district}",
    "Districtelijk Veiligheidsoverleg {district}",
)
GROUP = "Werkgroep {theme} {district}"
JOBS = ("projectleider", "programmamanager", "coördinator", "kwartiermaker", "procesregisseur")

TASKS = (
    "een notitie over {theme}", "het plan van aanpak {theme}", "een overzicht van de cijfers over {theme}",
    "een voorstel over {theme}", "de evaluatie van {theme}", "een factsheet over {theme}",
    "het jaarverslag {theme}", "een planning voor {theme}", "de handreiking {theme}", "een memo over {theme}",
)  # fmt: skip

OPENING = (
    "De voorzitter opent de vergadering en heet iedereen welkom.",
    "De voorzitter opent het overleg. De agenda wordt ongewijzigd vastgesteld.",
    "{third} bedankt de gemeente {district} voor de ontvangst.",
    "De voorzitter meldt dat de volgende vergadering op {date} is.",
    "{third} meldt dat de zaal door een storing later open ging.",
    "De voorzitter opent de vergadering. {other} sluit later aan.",
    "De voorzitter bedankt {third} voor de voorbereiding van de stukken.",
    "De agenda wordt zonder wijzigingen vastgesteld.",
    "{third} vraagt om de bijlagen voortaan eerder te sturen.",
    "De voorzitter opent de vergadering om negen uur.",
)
MINUTES = (
    "Het verslag van {past} wordt ongewijzigd vastgesteld.",
    "Het verslag van {past} wordt zonder wijzigingen vastgesteld.",
    "Het verslag van {past} wordt vastgesteld.",
    "Het conceptverslag van {past} wordt zonder wijzigingen vastgesteld.",
    "De leden stellen het verslag van {past} vast.",
    "Het verslag van {past} wordt met dank aan de notulist vastgesteld.",
    "Met één wijziging wordt het verslag van {past} vastgesteld.",
    "Er zijn geen opmerkingen. Het verslag van {past} wordt vastgesteld.",
    "Het verslag van {past} wordt goedgekeurd.",
    "De leden gaan akkoord met het verslag van {past}.",
)
HELD = (
    "{holder} is portefeuillehouder {theme}.",
    "{holder} licht als portefeuillehouder {theme} de stand van zaken toe.",
    "Portefeuillehouder {theme} {holder} meldt dat de aanpak op schema ligt.",
    "{holder}, portefeuillehouder {theme}, geeft een terugkoppeling van het werkbezoek.",
    "Als portefeuillehouder {theme} geeft {holder} aan dat de cijfers dalen.",
    "{holder} blijft portefeuillehouder {theme}.",
    "De portefeuillehouder {theme}, {holder}, schetst de voortgang.",
    "{holder} heeft de portefeuille {theme}.",
    "Portefeuillehouder voor {theme} is {holder}.",
    "{holder} (portefeuillehouder {theme}) presenteert de resultaten.",
)
TAKEN = (
    "{holder} is met ingang van {past} portefeuillehouder {theme}.",
    "{holder} wordt de nieuwe portefeuillehouder {theme}.",
    "Met ingang van {past} is {holder} portefeuillehouder {theme}.",
    "Afgesproken wordt dat {holder} portefeuillehouder {theme} wordt.",
    "{holder} neemt de portefeuille {theme} op zich.",
    "De leden benoemen {holder} tot portefeuillehouder {theme}.",
    "{holder} is sinds {past} portefeuillehouder {theme}.",
    "De nieuwe portefeuillehouder {theme} is {holder}.",
    "{holder} is bereid portefeuillehouder {theme} te worden en wordt per vandaag benoemd.",
    "Vanaf vandaag is {holder} portefeuillehouder {theme}.",
)
HANDED = (
    "{former} draagt de portefeuille {theme} over aan {holder}.",
    "{holder} neemt de portefeuille {theme} over van {former}.",
    "De portefeuille {theme} gaat van {former} naar {holder}.",
    "{holder} volgt {former} op als portefeuillehouder {theme}.",
    "{former} draagt per {date} de portefeuille {theme} over aan {holder}.",
    "{holder} neemt per {date} de portefeuille {theme} over van {former}.",
    "{former} wordt als portefeuillehouder {theme} opgevolgd door {holder}.",
    "Per {date} gaat de portefeuille {theme} van {former} naar {holder}.",
    "{former} stopt als portefeuillehouder {theme}; {holder} neemt de portefeuille over.",
    "{former} geeft de portefeuille {theme} door aan {holder}.",
)
VACANT = (
    "{other} vraagt om een portefeuillehouder {theme}.",
    "Er is nog geen portefeuillehouder voor {theme}.",
    "De portefeuille {theme} is vacant.",
    "Voor het thema {theme} wordt nog een portefeuillehouder gezocht.",
    "{other} doet een oproep voor een nieuwe portefeuillehouder {theme}.",
    "De portefeuille {theme} is nog niet belegd.",
    "{theme} heeft op dit moment geen portefeuillehouder.",
    "De voorzitter vraagt wie de portefeuille {theme} op zich wil nemen.",
    "Gezocht: portefeuillehouder {theme}.",
    "De portefeuille {theme} moet nog worden verdeeld.",
)
PROMISED = (
    "{other} zegt toe vóór {date} {task} te sturen.",
    "{other} stuurt uiterlijk {date} {task} rond.",
    "{other} zegt toe {task} in {month} met de leden te delen.",
    "{other} levert vóór {date} {task} aan.",
    "{other} zal uiterlijk {date} {task} rondsturen.",
    "{other} zegt toe uiterlijk {date} {task} op te stellen.",
    "{other} komt in {month} met {task}.",
    "{other} zegt toe in de volgende vergadering {task} te presenteren.",
    "{other} belooft vóór {date} {task} te delen.",
    "{other} zorgt ervoor dat {task} vóór {date} gereed is.",
    "Actie {plain}: vóór {date} {task} rondsturen.",
)
KEPT = (
    "{other} heeft {task} inmiddels gestuurd; de actie is afgerond.",
    "{other} heeft {task} rondgestuurd. Daarmee is de toezegging afgedaan.",
    "De toezegging van {other} over {task} is afgerond.",
    "{other} heeft {task} afgerond en gedeeld.",
    "Zoals toegezegd heeft {other} {task} gedeeld.",
    "{task} is door {other} rondgestuurd; de actie kan worden afgevoerd.",
    "De actie van {other} is afgerond: {task} is gestuurd.",
    "{other} heeft {task} aangeleverd, de actie is gereed.",
    "{task} is gereed en door {other} gedeeld.",
    "{other} heeft {task} verstuurd, waarmee de toezegging is nagekomen.",
)
POSTPONED = (
    "{other} meldt dat {task} is verschoven naar {date}.",
    "{task} is nog niet gereed; de oplevering is verschoven naar {date}.",
    "{other} meldt dat {task} later komt, uiterlijk {date}.",
    "De oplevering van {task} is uitgesteld tot {date}.",
    "{task} schuift door naar {month}.",
    "{other} heeft meer tijd nodig voor {task}; dit volgt uiterlijk {date}.",
    "{task} is vertraagd en komt in {month}.",
    "Het is {other} niet gelukt {task} af te ronden; de nieuwe datum is {date}.",
    "{task} is nog in bewerking en volgt vóór {date}.",
    "{other} geeft aan dat {task} pas op {date} klaar is.",
)
DECIDED = (
    "De leden gaan akkoord met het voorstel over {theme}.",
    "Besluit: de aanpak van {theme} wordt voortgezet.",
    "De leden stellen het plan van aanpak {theme} vast.",
    "Besloten wordt om de aanpak van {theme} een jaar te verlengen.",
    "Het voorstel over {theme} wordt aangenomen.",
    "De leden nemen de rapportage over {theme} voor kennisgeving aan.",
    "Het voorstel om {theme} apart te begroten wordt afgewezen.",
    "Het besluit over {theme} wordt aangehouden tot de volgende vergadering.",
    "Besloten wordt akkoord te gaan met het voorstel over {theme}.",
    "De leden stemmen in met de begroting voor {theme}.",
)
SAID = (
    "{other} vraagt of er zicht is op de gevolgen van {theme} in {district}.",
    "{third} geeft aan dat de meldingen over {theme} zijn gedaald.",
    "{other} vraagt aandacht voor de samenwerking met de wijkteams.",
    "{third} adviseert {theme} ook in het jaarplan op te nemen.",
    "{other} stelt voor de ervaringen met {theme} te bundelen.",
    "{third} vult aan dat dit in {district} anders is georganiseerd.",
    "{other} benoemt dat de capaciteit een knelpunt is.",
    "{third} vraagt hoe de gemeenten bij {theme} worden betrokken.",
    "{other} complimenteert de werkgroep met de aanpak.",
    "{third} wijst op de handreiking {theme} van het ministerie.",
    "{other} meldt dat het aantal incidenten stabiel is gebleven.",
    "{third} mist in de cijfers de meldingen van de corporaties.",
)
STRUCTURE = (
    "Bij {theme} wordt de {body} bijgestaan door de {group}.",
    "De {group} is onderdeel van de {body}.",
    "De {group} wordt per {date} opgeheven.",
    "De {group} blijft bestaan.",
    "{other} mist een stuurgroep bij {theme}.",
    "De {group} houdt per {date} op te bestaan.",
    "De {group} gaat op {date} van start.",
    "De {group} valt onder de {body}.",
    "{third} mist een expertgroep bij {theme}.",
    "De {group} verdwijnt.",
    "{other} vraagt om een overzicht van alle portefeuilles.",
)
ROLES = (
    "{holder} is {job} {theme}.",
    "Per {date} start {holder} als {job} {theme}.",
    "{holder} wordt per {date} {job} {theme}.",
    "{job} {theme} {holder} licht de planning toe.",
    "{holder}, {job} van de {group}, geeft een toelichting.",
    "De {group} benoemt {holder} tot {job}.",
    "De nieuwe {job} van de {group} is {holder}.",
    "{holder} ({job} {theme}) beantwoordt de vragen.",
    "Voor {theme} is {holder} aangesteld als {job}.",
    "De {group} heeft {holder} als {job}.",
)
SUCCEEDED = (
    "{former} stopt per {date} als {job}, {holder} neemt het stokje van {obj} over.",
    "{former} wordt per {date} als {job} opgevolgd door {holder}.",
    "{holder} volgt {former} op als {job}.",
    "{former} draagt het werk als {job} per {date} over aan {holder}.",
    "De opvolger van {former} als {job} is {holder}.",
    "De taken van {former} worden vanaf {date} overgenomen door {holder}.",
    "{holder} neemt als {job} de plek van {former} in.",
    "De voorzitter meldt dat {holder} {former} opvolgt als {job}.",
    "{former} was de {job}. De nieuwe {job} is {holder}.",
    "{holder} is voortaan {job} in plaats van {former}.",
)
EVENTS = (
    "Op {date} wordt een netwerkbijeenkomst over {theme} georganiseerd.",
    "Op {date} is er een themabijeenkomst {theme}.",
    "De werkconferentie {theme} vindt plaats op {date} in {district}.",
    "De leden worden uitgenodigd voor de bijeenkomst {theme} op {date}.",
    "Op {date} organiseert de {group} een werkbezoek.",
    "De oefening {theme} is op {date}.",
    "Op {date} wordt de kennissessie {theme} gehouden in {district}.",
    "De studiedag over {theme} is gepland op {date}.",
    "Op {date} vindt de regiodag plaats.",
    "De training {theme} wordt op {date} gegeven.",
)
FILLER = (
    "De samenwerking tussen de gemeenten verloopt in het algemeen goed, al vraagt de afstemming veel tijd.",
    "Inwoners weten de weg naar het meldpunt steeds beter te vinden.",
    "De cijfers van het afgelopen kwartaal laten een wisselend beeld zien.",
    "De ervaringen van de wijkteams zijn in de bijlage opgenomen.",
    "In {district} is de pilot dit voorjaar rustig verlopen.",
    "Het verschil tussen de gemeenten is groot, ook waar de aanpak gelijk is.",
    "De partners zijn positief over de korte lijnen.",
    "Uit het onderzoek blijkt dat vooral ondernemers behoefte hebben aan voorlichting.",
    "De bijeenkomst van vorige maand trok ruim zestig bezoekers.",
    "Er zijn geen nieuwe signalen binnengekomen.",
    "De communicatie hierover is in overleg met de gemeenten voorbereid.",
    "Het onderwerp is eerder in het ambtelijk vooroverleg besproken.",
)
CLOSING = (
    "De voorzitter sluit de vergadering om 11.30 uur.",
    "Niemand heeft iets voor de rondvraag. De voorzitter sluit de vergadering.",
    "De volgende vergadering is op {date}. De voorzitter sluit de vergadering.",
    "{third} vraagt aandacht voor de bereikbaarheid van de vergaderlocatie.",
    "{other} bedankt de leden voor hun inzet.",
    "De voorzitter dankt allen en sluit de vergadering.",
    "{other} nodigt de leden uit voor een werkbezoek in {district}.",
    "De volgende vergadering is op {date}.",
    "{third} vraagt wanneer de vergaderdata voor volgend jaar bekend zijn.",
    "De voorzitter wenst allen wel thuis en sluit de vergadering om 12.00 uur.",
)
