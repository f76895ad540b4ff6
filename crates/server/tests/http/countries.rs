//! A country through the API: its strength, demand, cases and sales, each within what the asker sees.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::support::Served;

fn sum(rows: &Value, field: &str) -> u64 {
    rows.as_array().unwrap().iter().map(|row| row[field].as_u64().unwrap()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_country_tells_its_strength_and_cases_as_the_picture_and_the_queue_do() {
    let served = Served::start(0.2).await;
    let director = served.signed_in("director").await;
    let jordan = director.get("/api/countries/JOR").await.ok();
    let id = jordan["id"].as_str().unwrap();
    assert_eq!(director.get(&format!("/api/countries/{id}")).await.ok(), jordan, "by its id as by its code");
    assert_eq!(jordan["synthetic"], true);

    let offices = director.get("/api/picture?by=office").await.ok();
    let strengths = jordan["strengths"].as_array().unwrap();
    assert!(!strengths.is_empty());
    for one in strengths {
        let row = offices["rows"].as_array().unwrap().iter().find(|row| row["key"] == one["office"]["id"]).unwrap();
        assert_eq!(&one["picture"], row);
        assert_eq!(one["movements"].as_array().unwrap().len(), 12);
    }
    let carrier = jordan["demand"]["carried_by"].as_str().unwrap();
    assert_eq!(director.get(&format!("/api/offices/{carrier}/demand")).await.ok(), jordan["demand"]);

    let cases = &jordan["cases"];
    let total = async |query: &str| {
        director.get(&format!("/api/cases?country={id}&limit=1{query}")).await.ok()["total"].as_u64().unwrap()
    };
    assert!(cases["open"].as_u64().unwrap() > 0);
    for (field, query) in
        [("open", ""), ("held", "&part=held"), ("late", "&part=late"), ("stuck", "&part=stuck"), ("over", "&part=over")]
    {
        assert_eq!(cases[field], total(query).await, "{field}");
    }
    // The workload standard counts the same cases.
    for (measure, part) in [("open_cases", "execution"), ("development_cases", "development")] {
        let drivers = jordan["demand"]["drivers"].as_array().unwrap();
        let driver = drivers.iter().find(|driver| driver["measure"] == measure).unwrap();
        assert_eq!(driver["count"], total(&format!("&part={part}")).await, "{driver}");
        assert_eq!(driver["synthetic"], true);
        let beside = &driver["basis"]["cases_on_record"]["figure"];
        assert_eq!(beside["measure"], measure, "the yearly figure stands beside the count");
    }
    assert_eq!(sum(&cases["phases"], "cases"), cases["open"].as_u64().unwrap());
    assert_eq!(sum(&cases["phases"], "value_cents"), cases["value_cents"].as_u64().unwrap());
    assert_eq!(sum(&cases["purchasers"], "cases"), cases["open"].as_u64().unwrap());
    for one in cases["phases"].as_array().unwrap() {
        let phase = format!("&phase={}", one["phase"].as_str().unwrap());
        assert_eq!(one["cases"], total(&phase).await, "{phase}");
        for part in ["held", "late", "stuck"] {
            assert_eq!(one[part], total(&format!("{phase}&part={part}")).await, "{phase} {part}");
        }
    }
    for one in cases["purchasers"].as_array().unwrap() {
        assert_eq!(one["cases"], total(&format!("&purchaser={}", one["code"].as_str().unwrap())).await);
    }
    let listed = director.get("/api/countries?q=jordan").await.ok()["items"][0].clone();
    assert_eq!((&listed["open_cases"], &listed["iso3"]), (&cases["open"], &json!("JOR")));
    assert_eq!(
        listed["authorised"],
        sum(&json!(strengths.iter().map(|one| one["picture"].clone()).collect::<Vec<_>>()), "authorised")
    );
    assert_eq!(director.get("/api/countries/XXX").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sees_no_case_of_a_country_is_told_totals_and_what_is_published_and_no_more() {
    let served = Served::start(0.2).await;
    let director = served.signed_in("director").await;
    let chief = served.signed_in("chief.jor").await;
    let countries = director.all("/api/countries").await;
    let elsewhere = countries.iter().find(|row| {
        row["iso3"] != "JOR" && row["open_cases"].as_u64().is_some_and(|open| open > 0) && row["authorised"].is_u64()
    });
    let code = elsewhere.unwrap()["iso3"].as_str().unwrap();
    let (whole, seen) = (
        director.get(&format!("/api/countries/{code}")).await.ok(),
        chief.get(&format!("/api/countries/{code}")).await.ok(),
    );
    assert!(whole["cases"].is_object() && whole["demand"].is_object() && whole["strengths"] != json!([]));
    // A chief may see totals anywhere, and cases of the own country only.
    assert_eq!((&seen["strengths"], &seen["demand"]), (&whole["strengths"], &whole["demand"]));
    assert_eq!((&seen["cases"], &seen["open_cases"], &seen["offices"]), (&Value::Null, &Value::Null, &json!([])));
    assert_eq!(seen["figures"], whole["figures"]);
    let rows = chief.all("/api/countries").await;
    assert!(rows.iter().all(|row| row["iso3"] == "JOR" || row["open_cases"].is_null()));

    let own = chief.get("/api/countries/JOR").await.ok();
    assert_eq!(own["cases"], director.get("/api/countries/JOR").await.ok()["cases"]);
    assert!(!own["strengths"].as_array().unwrap().is_empty());
    let member = served.signed_in("member").await;
    for path in ["/api/countries/JOR", "/api/countries/JOR/sales"] {
        assert_eq!(member.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_years_of_sales_are_missing_and_what_was_recorded_stands_over_the_reference_table() {
    let served = Served::start(0.02).await;
    let (director, manager) = (served.signed_in("director").await, served.signed_in("manager").await);
    let before = director.get("/api/countries/JOR/sales").await.ok();
    let year = |sales: &Value, year: i64| {
        sales["years"].as_array().unwrap().iter().find(|one| one["fiscal_year"] == year).unwrap().clone()
    };
    for missing in 2017..=2019 {
        assert_eq!(
            (&year(&before, missing)["agreed_usd"], &year(&before, missing)["source"]),
            (&Value::Null, &Value::Null)
        );
    }
    assert_eq!(year(&before, 2016)["source"], "reference/sales_history.csv#JOR-2016");
    let forecast = &before["forecast"];
    assert_eq!((&forecast["level"], forecast["years"].as_array().unwrap().len()), (&json!(0.8), 3));
    assert!(forecast["mase"].as_f64().is_some_and(|mase| mase > 0.0), "{forecast}");
    assert!(forecast["years"].as_array().unwrap().iter().all(|one| {
        one["from_usd"].as_f64().unwrap() <= one["forecast_usd"].as_f64().unwrap()
            && one["forecast_usd"].as_f64().unwrap() <= one["to_usd"].as_f64().unwrap()
    }));

    let id = director.get("/api/countries/JOR").await.ok()["id"].clone();
    let figure = |measure: &str, fiscal_year: i64, value: i64| json!({ "measure": measure, "fiscal_year": fiscal_year, "value": value, "source": "a book#1", "synthetic": false });
    let figures =
        json!([figure("fms_authorised", 2016, 7), figure("fms_authorised", 2017, 8), figure("fms_delivered", 2016, 9)]);
    manager.post("/api/commands/record_figures", json!({ "country": id, "figures": figures })).await.ok();
    let after = director.get("/api/countries/JOR/sales").await.ok();
    assert_eq!((&year(&after, 2016)["agreed_usd"], &year(&after, 2016)["source"]), (&json!(7), &json!("a book#1")));
    assert_eq!((&year(&after, 2016)["delivered_usd"], &year(&after, 2017)["agreed_usd"]), (&json!(9), &json!(8)));
    assert_eq!(after["forecast"]["known"].as_u64(), forecast["known"].as_u64().map(|known| known + 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_has_the_published_transmittal_numbers_each_with_its_source() {
    let served = Served::start(0.02).await;
    let director = served.signed_in("director").await;
    let id = director.get("/api/countries/JOR").await.ok()["id"].as_str().unwrap().to_owned();
    let rows = director.all(&format!("/api/notifications?country={id}")).await;
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| {
        row["published"]["source"].as_str().unwrap().starts_with("reference/notifications.csv#JOR-")
            && row["published"]["value_usd"].is_null()
            && row["cases"] == 0
    }));
}
