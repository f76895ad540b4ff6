# بوابة الشركاء بالعربية.
#
# كل سطر نص واحد: الاسم على اليسار لا يتغير، والنص الذي يليه هو ما يقرؤه الناس. ما كان على شكل { $name } يملؤه البرنامج، وتستعمل
# كل اللغات الأسماء نفسها. يبيّن اختبار ما ينقص وما يزيد.

portal-name = بوابة الشركاء
skip = الانتقال إلى المحتوى
language-choice = اللغة
pages = الصفحات
signed-in-as = تم الدخول باسم { $name }
sign-out = تسجيل الخروج
nav-programs = البرامج والقضايا
nav-subscriptions = الاشتراكات

## تسجيل الدخول

sign-in-title = تسجيل الدخول
sign-in-intro = اطّلعوا على حالة كل قضية من قضاياكم، وعلى الخطوة التالية، وعلى ما هو مطلوب منكم.
sign-in-name = اسم الدخول
sign-in-password = كلمة المرور
sign-in-button = دخول
sign-in-wrong = اسم الدخول أو كلمة المرور غير صحيح.
sign-in-locked = { $minutes ->
    [zero] فشلت محاولات كثيرة. حاولوا الآن من جديد.
    [one] فشلت محاولات كثيرة. انتظروا دقيقة واحدة.
    [two] فشلت محاولات كثيرة. انتظروا دقيقتين.
    [few] فشلت محاولات كثيرة. انتظروا { $minutes } دقائق.
    [many] فشلت محاولات كثيرة. انتظروا { $minutes } دقيقة.
   *[other] فشلت محاولات كثيرة. انتظروا { $minutes } دقيقة.
}
sign-in-help = يعطيكم مدير برامج البلد اسم دخول، ويساعدكم إذا فقدتموه.
demo-sign-ins = أسماء الدخول في هذا العرض
demo-password = كلمة المرور: { $password }

## التواريخ والمبالغ

date = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
money = { $amount } دولار أمريكي
days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}

## البرامج

programs-title = البرامج والقضايا
programs-of = رمز المشتري { $code }، { $country }
programs-as-of = حتى { $date }
asked-title = المطلوب منكم
asked-none = لا شيء مطلوب منكم اليوم.
programs-list = برامجكم
programs-none = لا توجد قضايا مفتوحة.
program-cases = { $count ->
    [zero] لا قضايا
    [one] قضية واحدة
    [two] قضيتان
    [few] { $count } قضايا
    [many] { $count } قضية
   *[other] { $count } قضية
}
program-asks = { $count ->
    [zero] لا شيء مطلوب منكم
    [one] قضية واحدة تنتظركم
    [two] قضيتان تنتظرانكم
    [few] { $count } قضايا تنتظركم
    [many] { $count } قضية تنتظركم
   *[other] { $count } قضية تنتظركم
}
closed-title = القضايا المغلقة والملغاة
class-major_equipment = معدات دفاعية رئيسية
class-articles = أصناف أخرى
class-services = خدمات
class-training = تدريب
class-construction = تصميم وإنشاء

## قضية واحدة

case-title = القضية { $number }
state = الحالة
state-since = منذ { $date }
next-step = الخطوة التالية
next-unknown = لم تُعرض بعد
next-nothing = لم يبق شيء للقيام به
quiet = لا جديد منذ { $date }
received = تم استلام خطاب الطلب
kind = موضوع الشراء
office = المكتب الذي يتولى القضية
office-contact = اكتبوا أدناه إلى مدير برامج البلد، وعن طريقه يمكن الوصول إلى المكتب.
source = حسب ما ورد من
timeline-title = ما تم حتى الآن
lines-title = البنود والقيم
lines-hidden = تُعرض البنود والقيم بعد تقديم العرض إليكم.
line = البند
line-what = الموضوع
line-quantity = الكمية
line-value = القيمة
total = المجموع
expiry = العرض سارٍ حتى
documents-title = الوثائق
documents-none = لا توجد وثائق بعد.
document-offer = خطاب العرض والقبول
document-amendment = التعديل باتفاق رقم { $number }
document-modification = التعديل رقم { $number }
document-restatement = إعادة الصياغة رقم { $number }
document-counteroffer = العرض المقابل رقم { $number }
document-reactivation = إعادة التفعيل رقم { $number }
document-change = يغيّر القيمة بمقدار { $amount }
document-no-change = لا يغيّر القيمة

## المدفوعات والتسليمات

payments-title = المدفوعات المستحقة
payments-none = لا مدفوعات مستحقة.
payment-what = البيان
payment-by = في موعد أقصاه
payment-amount = المبلغ
payment-deposit = الوديعة الأولى
payment-bill = فاتورة
payment-planned = قسط مقرر
payment-overdue = متأخر
deliveries-title = التسليمات المتوقعة
deliveries-none = لا تسليم متوقع.
delivery-expected = متوقع في
delivery-late = متوقع منذ ذلك الحين

## المطلوب

ask-complete = استكمال خطاب الطلب
ask-complete-missing = ما زال ناقصًا:
ask-answer = قبول العرض أو رفضه
ask-renew = انتهت مدة العرض. اطلبوا التمديد أو اتركوه.
ask-deposit = دفع الوديعة الأولى
asked-since = مطلوب منذ { $date }، { $days }
asked-until = في موعد أقصاه { $date }
case-asks-nothing = لا شيء مطلوب منكم اليوم في هذه القضية.

## التوقع

forecast-title = التوقع
forecast-range = بين { $earliest } و{ $latest }
forecast-share = وُضعت مثل هذه الفترات لتصدق { $share } مرة من كل 100. وعند تجربتها على { $tested } من القضايا السابقة صدقت { $held } مرة من كل 100.
forecast-stands = نُشر في { $on }، وهو سارٍ حتى { $until }.
forecast-made = حُسب في { $date } من المدد التي استغرقتها قضايا مماثلة؛ وإذا لم يُقدَّم عرض لهذه القضية فلا يدل على شيء. وما يُعرف لاحقًا لا يغيّره حتى يُنشر توقع آخر.
forecast-basis = يستند إلى:
forecast-none = لم يُنشر توقع لهذه القضية.

## الرسائل

messages-title = الرسائل
messages-none = لا توجد رسائل بعد.
message-yours = أنتم، في { $date }
message-ours = مدير برامج البلد، في { $date }
message-answered = مدة الرد: { $days }
message-waits = بانتظار الرد: { $days }
answers-median = رسائل السنة الأخيرة ({ $count }): وسيط مدة الرد { $days }.
answers-unknown = لم يُرد على أي من رسائلكم في السنة الأخيرة.
message-label = رسالتكم
message-hint = لا تذكروا اسم أي شخص. 2,000 حرف على الأكثر.
message-send = إرسال
message-sent = أُرسلت رسالتكم.
message-refused = لم تُرسل رسالتكم. اكتبوا 2,000 حرف على الأكثر، وانتظروا إذا كثرت الرسائل التي لم يُرد عليها.

## الاشتراكات

subscriptions-title = الاشتراكات
calendar-title = التقويم
calendar-about = مواعيد المطلوب منكم والتوقعات المنشورة في تقويمكم. كل من لديه العنوان يراها، فاحتفظوا به لأنفسكم.
calendar-make = إنشاء عنوان
calendar-again = إنشاء عنوان جديد وإلغاء القديم
calendar-end = إلغاء العنوان
calendar-address = عنوان تقويمكم. يُعرض هذه المرة فقط:
calendar-held = لديكم عنوان، وقد عُرض عند إنشائه.
mail-title = البريد الإلكتروني
mail-about = ما يُطلب منكم حديثًا وما حدث في قضاياكم، مرة في الدقيقة على الأكثر، باللغة المختارة هنا.
mail-address = عنوان البريد الإلكتروني
mail-hint = اتركوه فارغًا لإيقاف البريد.
mail-save = حفظ
mail-saved = تم الحفظ.
mail-wrong = هذا ليس عنوان بريد إلكتروني. اكتبوا عنوانًا مثل name@example.org.

## التقويم والبريد

calendar-name = قضايا { $codes }
event-until = { $number }: { $ask }
event-forecast = { $number }: { $milestone }، متوقع في هذا اليوم أو قبله
event-payment = { $number }: { $amount } مستحقة الدفع
mail-subject = { $count ->
    [zero] لا جديد في قضاياكم
    [one] جديد في قضاياكم
    [two] خبران جديدان في قضاياكم
    [few] { $count } أخبار جديدة في قضاياكم
    [many] { $count } خبرًا جديدًا في قضاياكم
   *[other] { $count } خبر جديد في قضاياكم
}
mail-opening = الجديد في بوابة الشركاء:
mail-asked = المطلوب منكم: { $ask }
mail-asked-until = في موعد أقصاه { $date }
mail-reached = { $milestone }، في { $date }
mail-answer = تم الرد على رسالتكم، في { $date }
mail-closing = كل قضاياكم، ومكان إيقاف هذا البريد: { $address }

## عند حدوث خلل

missing-title = لا شيء هنا
missing-text = لا شيء هنا، أو لا شيء يحق لكم الاطلاع عليه.
trouble-title = حدث خلل
trouble-text = لم يتغير شيء. حاولوا من جديد بعد قليل.
to-programs = إلى برامجكم وقضاياكم

## المراحل

milestone-CASEINIT = تم تسجيل الطلب
milestone-DSTATUS = قُبل الطلب للإعداد
milestone-CASEASGN = بدأ العمل على العرض
milestone-CASERETD = جُمعت بيانات العرض
milestone-S1SENT = بيانات العرض قيد التدقيق
milestone-S1ACCEPT = بيانات العرض مكتملة
milestone-MILAP = تمت الموافقة على صياغة العرض
milestone-CWDASGN = العرض قيد الصياغة
milestone-CWDSTART = العرض قيد الصياغة
milestone-CWDRETD = العرض قيد الصياغة
milestone-WSTATUS = العرض قيد الصياغة
milestone-WRITECOMP = تمت صياغة العرض
milestone-RSTATUS = العرض قيد المراجعة
milestone-BPCWAIT = العرض قيد المراجعة
milestone-CPMREV = العرض قيد المراجعة
milestone-MILSGN = وقّعت الوكالة العرض
milestone-CWDAPPRV = تمت الموافقة على العرض
milestone-PSTATUS = تمت الموافقة على العرض
milestone-CSIGN = جاهز للتقديم
milestone-OFFER = أُرسل العرض إليكم
milestone-ACCEPT = قبلتم العرض
milestone-DEPOSIT = تم استلام الوديعة الأولى
milestone-IMPL = القضية قيد التنفيذ
milestone-SSC = اكتملت عمليات التسليم
milestone-ICLOSE = مغلقة مؤقتًا
milestone-CLOSE = مغلقة
milestone-DREACT = عادت إلى الإعداد
milestone-MILREACT = عادت إلى الإعداد
milestone-CANCEL = ملغاة
