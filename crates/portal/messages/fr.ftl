# Le portail des partenaires en français.
#
# Chaque ligne est un texte : le nom à gauche ne change pas ; le texte à droite est ce que l'on lit. { $name } est rempli par
# le programme ; toutes les langues emploient les mêmes. Un test dit ce qui manque et ce qui est de trop.

portal-name = Portail des partenaires
skip = Aller au contenu
language-choice = Langue
pages = Pages
signed-in-as = Session de { $name }
sign-out = Se déconnecter
nav-programs = Programmes et dossiers
nav-subscriptions = Abonnements

## Connexion

sign-in-title = Connexion
sign-in-intro = Voyez où en est chacun de vos dossiers, ce qui vient ensuite et ce qui vous est demandé.
sign-in-name = Identifiant
sign-in-password = Mot de passe
sign-in-button = Se connecter
sign-in-wrong = L'identifiant ou le mot de passe est faux.
sign-in-locked = { $minutes ->
    [one] Trop d'essais ont échoué. Attendez { $minutes } minute.
   *[other] Trop d'essais ont échoué. Attendez { $minutes } minutes.
}
sign-in-help = Votre gestionnaire de programmes du pays vous donne un accès et vous aide si vous l'avez perdu.
demo-sign-ins = Identifiants de cette démonstration
demo-password = Mot de passe : { $password }

## Dates et montants

date = { $day ->
    [1] { $day }er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
money = { $amount } $ US
days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

## Programmes

programs-title = Programmes et dossiers
programs-of = Code d'acheteur { $code }, { $country }
programs-as-of = Au { $date }
asked-title = Ce qui vous est demandé
asked-none = Rien ne vous est demandé aujourd'hui.
programs-list = Vos programmes
programs-none = Il n'y a pas de dossier ouvert.
program-cases = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}
program-asks = { $count ->
    [one] { $count } vous demande quelque chose
   *[other] { $count } vous demandent quelque chose
}
closed-title = Dossiers clos et annulés
class-major_equipment = Grands équipements de défense
class-articles = Autres articles
class-services = Services
class-training = Formation
class-construction = Conception et construction

## Un dossier

case-title = Dossier { $number }
state = État
state-since = Depuis le { $date }
next-step = Prochaine étape
next-unknown = Pas encore indiquée
next-nothing = Il ne reste rien à faire
quiet = Pas de nouvelles depuis le { $date }
received = Lettre de demande reçue
kind = Objet de l'achat
office = Bureau qui traite le dossier
office-contact = Écrivez ci-dessous au gestionnaire de programmes du pays ; il transmet au bureau.
source = Selon les données de
timeline-title = Ce qui s'est passé
lines-title = Lignes et montants
lines-hidden = Les lignes et les montants sont montrés dès que le dossier vous est offert.
line = Ligne
line-what = Objet
line-quantity = Quantité
line-value = Montant
total = Total
expiry = L'offre est valable jusqu'au
documents-title = Documents
documents-none = Il n'y a pas encore de document.
document-offer = Lettre d'offre et d'acceptation
document-amendment = Avenant { $number }
document-modification = Modification { $number }
document-restatement = Reformulation { $number }
document-counteroffer = Contre-offre { $number }
document-reactivation = Réactivation { $number }
document-change = Change le montant de { $amount }
document-no-change = Ne change pas le montant

## Paiements et livraisons

payments-title = Paiements à faire
payments-none = Aucun paiement n'est dû.
payment-what = Objet
payment-by = Au plus tard
payment-amount = Somme
payment-deposit = Dépôt initial
payment-bill = Facture
payment-planned = Échéance prévue
payment-overdue = En retard
deliveries-title = Livraisons attendues
deliveries-none = Aucune livraison n'est attendue.
delivery-expected = Attendue le
delivery-late = Attendue depuis cette date

## Ce qui est demandé

ask-complete = Complétez votre lettre de demande
ask-complete-missing = Il manque encore :
ask-answer = Acceptez ou refusez l'offre
ask-renew = L'offre a expiré. Demandez un délai, ou laissez-la passer.
ask-deposit = Versez le dépôt initial
asked-since = Demandé depuis le { $date }, { $days }
asked-until = Au plus tard le { $date }
case-asks-nothing = Rien ne vous est demandé aujourd'hui sur ce dossier.

## Prévision

forecast-title = Prévision
forecast-range = Entre le { $earliest } et le { $latest }
forecast-share = De tels intervalles sont faits pour se vérifier { $share } fois sur 100. Essayés sur { $tested } dossiers antérieurs, ils se sont vérifiés { $held } fois sur 100.
forecast-stands = Publiée le { $on } ; valable jusqu'au { $until }.
forecast-made = Calculée le { $date } d'après la durée de dossiers comparables ; si le dossier n'aboutit pas à une offre, elle ne dit rien. Ce que l'on apprend ensuite ne la change pas tant qu'une autre n'est pas publiée.
forecast-basis = Repose sur :
forecast-none = Aucune prévision de ce dossier n'a été publiée.

## Messages

messages-title = Messages
messages-none = Il n'y a pas encore de message.
message-yours = Vous, le { $date }
message-ours = Gestionnaire de programmes du pays, le { $date }
message-answered = Réponse après { $days }
message-waits = Attend une réponse, { $days }
answers-median = Vos messages de la dernière année ont reçu une réponse après { $days } (médiane de { $count }).
answers-unknown = Aucun de vos messages n'a reçu de réponse au cours de la dernière année.
message-label = Votre message
message-hint = Ne nommez personne. 2 000 caractères au plus.
message-send = Envoyer
message-sent = Votre message a été envoyé.
message-refused = Votre message n'a pas été envoyé. Écrivez 2 000 caractères au plus ; attendez si beaucoup de messages sont sans réponse.

## Abonnements

subscriptions-title = Abonnements
calendar-title = Calendrier
calendar-about = Les échéances de ce qui vous est demandé et les prévisions publiées, dans votre propre calendrier. Quiconque a l'adresse les voit : gardez-la pour vous.
calendar-make = Créer une adresse
calendar-again = Créer une nouvelle adresse et supprimer l'ancienne
calendar-end = Supprimer l'adresse
calendar-address = L'adresse de votre calendrier. Elle n'est montrée que cette fois :
calendar-held = Vous avez une adresse. Elle a été montrée à sa création.
mail-title = Courriel
mail-about = Ce qui vous est nouvellement demandé et ce qui s'est passé sur vos dossiers, au plus une fois par minute, dans la langue choisie ici.
mail-address = Adresse de courriel
mail-hint = Laissez vide pour ne pas recevoir de courriel.
mail-save = Enregistrer
mail-saved = Enregistré.
mail-wrong = Ce n'est pas une adresse de courriel. Donnez-en une telle que nom@example.org.

## Calendrier et courriel

calendar-name = Dossiers de { $codes }
event-until = { $number } : { $ask }
event-forecast = { $number } : { $milestone }, prévu au plus tard ce jour
event-payment = { $number } : { $amount } à payer
mail-subject = { $count ->
    [one] Du nouveau sur vos dossiers
   *[other] { $count } nouvelles de vos dossiers
}
mail-opening = Voici ce qui est nouveau sur le portail des partenaires :
mail-asked = Il vous est demandé : { $ask }
mail-asked-until = Au plus tard le { $date }
mail-reached = { $milestone }, le { $date }
mail-answer = Votre message a reçu une réponse, le { $date }
mail-closing = Tous vos dossiers, et où arrêter ce courriel : { $address }

## Quand quelque chose ne va pas

missing-title = Il n'y a rien ici
missing-text = Il n'y a rien ici, ou rien que vous puissiez voir.
trouble-title = Quelque chose n'a pas marché
trouble-text = Rien n'a été changé. Réessayez dans un instant.
to-programs = Vers vos programmes et dossiers

## Étapes

milestone-CASEINIT = Demande enregistrée
milestone-DSTATUS = Demande admise à l'élaboration
milestone-CASEASGN = Le travail sur l'offre a commencé
milestone-CASERETD = Données de l'offre réunies
milestone-S1SENT = Données de l'offre en vérification
milestone-S1ACCEPT = Données de l'offre complètes
milestone-MILAP = Rédaction de l'offre approuvée
milestone-CWDASGN = Offre en rédaction
milestone-CWDSTART = Offre en rédaction
milestone-CWDRETD = Offre en rédaction
milestone-WSTATUS = Offre en rédaction
milestone-WRITECOMP = Offre rédigée
milestone-RSTATUS = Offre en révision
milestone-BPCWAIT = Offre en révision
milestone-CPMREV = Offre en révision
milestone-MILSGN = Offre signée par l'agence
milestone-CWDAPPRV = Offre approuvée
milestone-PSTATUS = Offre approuvée
milestone-CSIGN = Prête à être offerte
milestone-OFFER = Offre qui vous a été envoyée
milestone-ACCEPT = Offre acceptée par vous
milestone-DEPOSIT = Dépôt initial reçu
milestone-IMPL = Dossier en cours
milestone-SSC = Livraisons terminées
milestone-ICLOSE = Clos pour le moment
milestone-CLOSE = Clos
milestone-DREACT = De nouveau en élaboration
milestone-MILREACT = De nouveau en élaboration
milestone-CANCEL = Annulé
