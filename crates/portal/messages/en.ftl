# The partner portal in English.
#
# Each line is one text: the name on the left stays as it is, the text on the right is what people read. { $name } stands
# for something that the program fills in; every language uses the same ones. A test says what is missing or too many.

portal-name = Partner portal
skip = Skip to the content
language-choice = Language
pages = Pages
signed-in-as = Signed in as { $name }
sign-out = Sign out
nav-programs = Programs and cases
nav-subscriptions = Subscriptions

## Signing in

sign-in-title = Sign in
sign-in-intro = See where each of your cases stands, what comes next and what is asked of you.
sign-in-name = Sign-in name
sign-in-password = Password
sign-in-button = Sign in
sign-in-wrong = The name or the password is wrong.
sign-in-locked = { $minutes ->
    [one] Too many attempts failed. Wait { $minutes } minute.
   *[other] Too many attempts failed. Wait { $minutes } minutes.
}
sign-in-help = Your country program manager gives you a sign-in and helps where it is lost.
demo-sign-ins = Sign-ins of this demonstration
demo-password = Password: { $password }

## Dates and money

date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
money = US${ $amount }
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

## Programs

programs-title = Programs and cases
programs-of = Purchaser code { $code }, { $country }
programs-as-of = As of { $date }
asked-title = Asked of you
asked-none = Nothing is asked of you today.
programs-list = Your programs
programs-none = There are no open cases.
program-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
program-asks = { $count ->
    [one] { $count } asks something of you
   *[other] { $count } ask something of you
}
closed-title = Closed and cancelled cases
class-major_equipment = Major defense equipment
class-articles = Other articles
class-services = Services
class-training = Training
class-construction = Design and construction

## One case

case-title = Case { $number }
state = State
state-since = Since { $date }
next-step = Next step
next-unknown = Not shown yet
next-nothing = Nothing is left to do
quiet = No news since { $date }
received = Letter of request received
kind = What is bought
office = Office that works the case
office-contact = Write to the country program manager below; the office is reached through them.
source = As reported by
timeline-title = What has happened
lines-title = Lines and values
lines-hidden = Lines and values are shown once the case is offered to you.
line = Line
line-what = What
line-quantity = Quantity
line-value = Value
total = Total
expiry = The offer stands until
documents-title = Documents
documents-none = There are no documents yet.
document-offer = Letter of offer and acceptance
document-amendment = Amendment { $number }
document-modification = Modification { $number }
document-restatement = Restatement { $number }
document-counteroffer = Counteroffer { $number }
document-reactivation = Reactivation { $number }
document-change = Changes the value by { $amount }
document-no-change = Does not change the value

## Payments and deliveries

payments-title = Payments due
payments-none = No payment is open.
payment-what = What
payment-by = By
payment-amount = Amount
payment-deposit = Initial deposit
payment-bill = Bill
payment-planned = Planned instalment
payment-overdue = Overdue
deliveries-title = Deliveries expected
deliveries-none = No delivery is expected.
delivery-expected = Expected on
delivery-late = Expected since then

## What is asked

ask-complete = Complete your letter of request
ask-complete-missing = Still missing:
ask-answer = Accept or decline the offer
ask-renew = The offer has expired. Ask for more time, or let it go.
ask-deposit = Pay the initial deposit
asked-since = Asked since { $date }, { $days }
asked-until = By { $date }
case-asks-nothing = Nothing is asked of you on this case today.

## Forecast

forecast-title = Forecast
forecast-range = Between { $earliest } and { $latest }
forecast-share = Such ranges are made to hold { $share } times in 100. Tried on { $tested } earlier cases, they held { $held } times in 100.
forecast-stands = Released on { $on }; it stands until { $until }.
forecast-made = Worked out on { $date } from how long comparable cases took; should the case not be offered, it says nothing. What comes to be known later does not change it until another is released.
forecast-basis = Rests on:
forecast-none = No forecast of this case has been released.

## Messages

messages-title = Messages
messages-none = There are no messages yet.
message-yours = You, on { $date }
message-ours = Country program manager, on { $date }
message-answered = Answered after { $days }
message-waits = Waits for an answer, { $days }
answers-median = Your messages of the last year were answered after { $days } (median of { $count }).
answers-unknown = None of your messages was answered in the last year.
message-label = Your message
message-hint = Name no person. At most 2,000 characters.
message-send = Send
message-sent = Your message was sent.
message-refused = Your message was not sent. Write up to 2,000 characters; wait where many messages are not answered yet.

## Subscriptions

subscriptions-title = Subscriptions
calendar-title = Calendar
calendar-about = Days by which something is asked of you, and released forecasts, in your own calendar. Whoever has the address sees them: keep it to yourself.
calendar-make = Make an address
calendar-again = Make a new address and end the old one
calendar-end = End the address
calendar-address = The address of your calendar. It is shown this once:
calendar-held = You have an address. It was shown when it was made.
mail-title = Mail
mail-about = What is newly asked of you and what happened on your cases, at most once a minute, in the language chosen here.
mail-address = Mail address
mail-hint = Leave it empty for no mail.
mail-save = Save
mail-saved = Saved.
mail-wrong = This is no mail address. Give one such as name@example.org.

## Calendar and mail

calendar-name = Cases of { $codes }
event-until = { $number }: { $ask }
event-forecast = { $number }: { $milestone } expected by this day
event-payment = { $number }: { $amount } to be paid
mail-subject = { $count ->
    [one] News of your cases
   *[other] { $count } news of your cases
}
mail-opening = This is new in the partner portal:
mail-asked = Asked of you: { $ask }
mail-asked-until = By { $date }
mail-reached = { $milestone }, on { $date }
mail-answer = Your message was answered, on { $date }
mail-closing = All your cases, and where to end this mail: { $address }

## When something goes wrong

missing-title = Nothing is here
missing-text = There is nothing here, or nothing that you may see.
trouble-title = Something went wrong
trouble-text = Nothing was changed. Try again in a moment.
to-programs = To your programs and cases

## Milestones

milestone-CASEINIT = Request registered
milestone-DSTATUS = Request accepted for development
milestone-CASEASGN = Work on the offer has begun
milestone-CASERETD = Offer data gathered
milestone-S1SENT = Offer data under check
milestone-S1ACCEPT = Offer data complete
milestone-MILAP = Offer approved for writing
milestone-CWDASGN = Offer being written
milestone-CWDSTART = Offer being written
milestone-CWDRETD = Offer being written
milestone-WSTATUS = Offer being written
milestone-WRITECOMP = Offer written
milestone-RSTATUS = Offer under review
milestone-BPCWAIT = Offer under review
milestone-CPMREV = Offer under review
milestone-MILSGN = Offer signed by the agency
milestone-CWDAPPRV = Offer approved
milestone-PSTATUS = Offer approved
milestone-CSIGN = Ready to be offered
milestone-OFFER = Offer sent to you
milestone-ACCEPT = Offer accepted by you
milestone-DEPOSIT = Initial deposit received
milestone-IMPL = Case under way
milestone-SSC = Deliveries complete
milestone-ICLOSE = Closed for now
milestone-CLOSE = Closed
milestone-DREACT = Back into development
milestone-MILREACT = Back into development
milestone-CANCEL = Cancelled
