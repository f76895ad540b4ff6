//! What is to be paid and what is to be delivered.

use maud::{Markup, html};
use muster_domain::cases::PaymentKind;

use super::recorded;
use crate::view::CaseView;
use crate::words::Words;

/// The two sections of an offered case.
pub(super) fn execution(words: &Words, view: &CaseView) -> Markup {
    html! {
        section aria-labelledby="payments" {
            h2 id="payments" { (words.say("payments-title")) }
            @if view.payments.is_empty() { p { (words.say("payments-none")) } } @else { (payments(words, view)) }
        }
        section aria-labelledby="deliveries" {
            h2 id="deliveries" { (words.say("deliveries-title")) }
            @if view.deliveries.is_empty() { p { (words.say("deliveries-none")) } } @else { (deliveries(words, view)) }
        }
    }
}

fn payments(words: &Words, view: &CaseView) -> Markup {
    html! {
        div.wide role="group" aria-labelledby="payments" tabindex="0" {
            table {
                thead { tr {
                    th scope="col" { (words.say("payment-what")) }
                    th scope="col" { (words.say("payment-by")) }
                    th.number scope="col" { (words.say("payment-amount")) }
                } }
                tbody {
                    @for payment in &view.payments {
                        tr {
                            th scope="row" { (words.say(match payment.kind {
                                PaymentKind::Deposit => "payment-deposit",
                                PaymentKind::Bill => "payment-bill",
                                PaymentKind::Planned => "payment-planned",
                            })) }
                            td { (words.date(payment.due)) @if payment.overdue { " " span.due { (words.say("payment-overdue")) } } }
                            td.number { (words.money(payment.open_cents)) }
                        }
                    }
                }
            }
        }
    }
}

fn deliveries(words: &Words, view: &CaseView) -> Markup {
    html! {
        div.wide role="group" aria-labelledby="deliveries" tabindex="0" {
            table {
                thead { tr {
                    th scope="col" { (words.say("line")) }
                    th scope="col" { (words.say("line-what")) }
                    th scope="col" { (words.say("delivery-expected")) }
                    th.number scope="col" { (words.say("line-quantity")) }
                } }
                tbody {
                    @for (delivery, title) in &view.deliveries {
                        tr {
                            th scope="row" { (words.fact(&format!("{:03}", delivery.line))) }
                            td { (recorded(words, title)) }
                            td { (words.date(delivery.expected)) @if delivery.late { " " span.due { (words.say("delivery-late")) } } }
                            td.number { (words.number(i64::from(delivery.quantity))) }
                        }
                    }
                }
            }
        }
    }
}
