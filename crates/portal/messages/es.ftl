# El portal de socios en español.
#
# Cada línea es un texto: el nombre de la izquierda no se cambia; el texto de la derecha es lo que la gente lee. { $name }
# es un dato que el programa añade; todos los idiomas usan los mismos. Una prueba indica qué falta o qué sobra.

portal-name = Portal de socios
skip = Ir al contenido
language-choice = Idioma
pages = Páginas
signed-in-as = Sesión de { $name }
sign-out = Cerrar sesión
nav-programs = Programas y casos
nav-subscriptions = Suscripciones

## Inicio de sesión

sign-in-title = Iniciar sesión
sign-in-intro = Vea en qué punto está cada uno de sus casos, qué viene después y qué se le pide.
sign-in-name = Nombre de usuario
sign-in-password = Contraseña
sign-in-button = Entrar
sign-in-wrong = El nombre o la contraseña no son correctos.
sign-in-locked = { $minutes ->
    [one] Demasiados intentos fallidos. Espere { $minutes } minuto.
   *[other] Demasiados intentos fallidos. Espere { $minutes } minutos.
}
sign-in-help = Su gestor de programas del país le da acceso y le ayuda si lo pierde.
demo-sign-ins = Usuarios de esta demostración
demo-password = Contraseña: { $password }

## Fechas y dinero

date = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
money = { $amount } USD
days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}

## Programas

programs-title = Programas y casos
programs-of = Código de comprador { $code }, { $country }
programs-as-of = A fecha de { $date }
asked-title = Lo que se le pide
asked-none = Hoy no se le pide nada.
programs-list = Sus programas
programs-none = No hay casos abiertos.
program-cases = { $count ->
    [one] { $count } caso
   *[other] { $count } casos
}
program-asks = { $count ->
    [one] { $count } le pide algo
   *[other] { $count } le piden algo
}
closed-title = Casos cerrados y cancelados
class-major_equipment = Equipo de defensa principal
class-articles = Otros artículos
class-services = Servicios
class-training = Formación
class-construction = Diseño y construcción

## Un caso

case-title = Caso { $number }
state = Estado
state-since = Desde el { $date }
next-step = Siguiente paso
next-unknown = Aún no se muestra
next-nothing = No queda nada por hacer
quiet = Sin novedades desde el { $date }
received = Carta de solicitud recibida
kind = Qué se compra
office = Oficina que tramita el caso
office-contact = Escriba más abajo al gestor de programas del país; a la oficina se llega a través de él.
source = Según los datos de
timeline-title = Lo que ha ocurrido
lines-title = Líneas y valores
lines-hidden = Las líneas y los valores se muestran cuando el caso se le ofrece.
line = Línea
line-what = Qué
line-quantity = Cantidad
line-value = Valor
total = Total
expiry = La oferta es válida hasta el
documents-title = Documentos
documents-none = Aún no hay documentos.
document-offer = Carta de oferta y aceptación
document-amendment = Enmienda { $number }
document-modification = Modificación { $number }
document-restatement = Reformulación { $number }
document-counteroffer = Contraoferta { $number }
document-reactivation = Reactivación { $number }
document-change = Cambia el valor en { $amount }
document-no-change = No cambia el valor

## Pagos y entregas

payments-title = Pagos pendientes
payments-none = No hay ningún pago pendiente.
payment-what = Concepto
payment-by = A más tardar
payment-amount = Importe
payment-deposit = Depósito inicial
payment-bill = Factura
payment-planned = Plazo previsto
payment-overdue = Vencido
deliveries-title = Entregas previstas
deliveries-none = No se espera ninguna entrega.
delivery-expected = Prevista el
delivery-late = Se espera desde entonces

## Lo que se pide

ask-complete = Complete su carta de solicitud
ask-complete-missing = Todavía falta:
ask-answer = Acepte o rechace la oferta
ask-renew = La oferta ha vencido. Pida más plazo o déjela pasar.
ask-deposit = Pague el depósito inicial
asked-since = Se le pide desde el { $date }, { $days }
asked-until = Antes del final del { $date }
case-asks-nothing = Hoy no se le pide nada en este caso.

## Previsión

forecast-title = Previsión
forecast-range = Entre el { $earliest } y el { $latest }
forecast-share = Estos intervalos se hacen para cumplirse { $share } veces de cada 100. Probados en { $tested } casos anteriores, se cumplieron { $held } veces de cada 100.
forecast-stands = Publicada el { $on }; es válida hasta el { $until }.
forecast-made = Calculada el { $date } a partir de lo que duraron casos comparables; si el caso no llega a ofrecerse, no dice nada. Lo que se sepa después no la cambia hasta que se publique otra.
forecast-basis = Se basa en:
forecast-none = No se ha publicado ninguna previsión de este caso.

## Mensajes

messages-title = Mensajes
messages-none = Aún no hay mensajes.
message-yours = Usted, el { $date }
message-ours = Gestor de programas del país, el { $date }
message-answered = Respondido a los { $days }
message-waits = Espera respuesta, { $days }
answers-median = Sus mensajes del último año se respondieron a los { $days } (mediana de { $count }).
answers-unknown = Ninguno de sus mensajes se respondió en el último año.
message-label = Su mensaje
message-hint = No nombre a ninguna persona. Como máximo 2.000 caracteres.
message-send = Enviar
message-sent = Su mensaje se ha enviado.
message-refused = Su mensaje no se ha enviado. Escriba hasta 2.000 caracteres; espere si hay muchos mensajes sin respuesta.

## Suscripciones

subscriptions-title = Suscripciones
calendar-title = Calendario
calendar-about = Los días límite de lo que se le pide y las previsiones publicadas, en su propio calendario. Quien tenga la dirección los ve: no la comparta.
calendar-make = Crear una dirección
calendar-again = Crear una dirección nueva y anular la anterior
calendar-end = Anular la dirección
calendar-address = La dirección de su calendario. Se muestra solo esta vez:
calendar-held = Ya tiene una dirección. Se mostró al crearla.
mail-title = Correo
mail-about = Lo nuevo que se le pide y lo que ha ocurrido en sus casos, como máximo una vez por minuto, en el idioma elegido aquí.
mail-address = Dirección de correo
mail-hint = Déjela vacía para no recibir correo.
mail-save = Guardar
mail-saved = Guardado.
mail-wrong = Esto no es una dirección de correo. Escriba una como nombre@example.org.

## Calendario y correo

calendar-name = Casos de { $codes }
event-until = { $number }: { $ask }
event-forecast = { $number }: { $milestone }, previsto a más tardar este día
event-payment = { $number }: { $amount } por pagar
mail-subject = { $count ->
    [one] Novedad en sus casos
   *[other] { $count } novedades en sus casos
}
mail-opening = Esto es nuevo en el portal de socios:
mail-asked = Se le pide: { $ask }
mail-asked-until = Antes del final del { $date }
mail-reached = { $milestone }, el { $date }
mail-answer = Su mensaje fue respondido, el { $date }
mail-closing = Todos sus casos, y dónde dejar de recibir este correo: { $address }

## Cuando algo falla

missing-title = Aquí no hay nada
missing-text = Aquí no hay nada, o nada que usted pueda ver.
trouble-title = Algo ha fallado
trouble-text = No se ha cambiado nada. Inténtelo de nuevo dentro de un momento.
to-programs = A sus programas y casos

## Hitos

milestone-CASEINIT = Solicitud registrada
milestone-DSTATUS = Solicitud admitida para su desarrollo
milestone-CASEASGN = Ha empezado el trabajo en la oferta
milestone-CASERETD = Datos de la oferta reunidos
milestone-S1SENT = Datos de la oferta en comprobación
milestone-S1ACCEPT = Datos de la oferta completos
milestone-MILAP = Redacción de la oferta aprobada
milestone-CWDASGN = Oferta en redacción
milestone-CWDSTART = Oferta en redacción
milestone-CWDRETD = Oferta en redacción
milestone-WSTATUS = Oferta en redacción
milestone-WRITECOMP = Oferta redactada
milestone-RSTATUS = Oferta en revisión
milestone-BPCWAIT = Oferta en revisión
milestone-CPMREV = Oferta en revisión
milestone-MILSGN = Oferta firmada por la agencia
milestone-CWDAPPRV = Oferta aprobada
milestone-PSTATUS = Oferta aprobada
milestone-CSIGN = Lista para ofrecerse
milestone-OFFER = Oferta enviada a usted
milestone-ACCEPT = Oferta aceptada por usted
milestone-DEPOSIT = Depósito inicial recibido
milestone-IMPL = Caso en marcha
milestone-SSC = Entregas completas
milestone-ICLOSE = Cerrado por ahora
milestone-CLOSE = Cerrado
milestone-DREACT = De nuevo en desarrollo
milestone-MILREACT = De nuevo en desarrollo
milestone-CANCEL = Cancelado
