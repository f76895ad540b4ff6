//! The picture at full size: the staffing engine beside the same question as SQL on PostgreSQL, in one run.
//!
//! `cargo run --release -p muster-bench --bin picture [-- SCALE]` makes a synthetic service (20,000 people and billets at
//! scale 1), asks for the picture by country on 61 dates from two years back to three ahead, and prints medians. The
//! PostgreSQL side is a throwaway cluster with the exported tables, their indexes, statistics and prepared statements; it
//! is asked for strength, vacancies, presence, rotations and three fill rates only, while the engine also gives
//! mismatches, required strength and the total of a month before. Both must give the same counts for every country on
//! every date, or the bench fails. Without PostgreSQL the line says so.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use jiff::ToSpan;
use muster_domain::access::Scope;
use muster_domain::cases::RecordMilestone;
use muster_domain::kernel::{Date, days_between};
use muster_domain::workforce::{ExtendTour, TourStatus};
use muster_domain::{Command, Context as Day, Decide, Position, World};
use muster_journal::testing::Cluster;
use muster_staffing::{Ask, Grouping, Lens, ProjectionAsk, StaffingIndex, picture, projection};
use muster_synthetic::{Settings, build};
use sqlx::postgres::PgConnection;
use sqlx::{Connection, Row};

/// Days since 1970: how dates are exported, the cheapest type for either side to compare.
fn number(day: Date) -> i32 {
    days_between(jiff::civil::date(1970, 1, 1), day)
}

fn main() -> Result<()> {
    let scale = std::env::args().nth(1).map_or(Ok(1.0), |text| text.parse()).context("SCALE is a number")?;
    let settings = Settings { scale, ..Settings::default() };
    let world = build(&settings);
    let today = settings.today;
    println!(
        "{settings}: {} offices, {} billets, {} people, {} tours",
        world.offices.len(),
        world.billets.len(),
        world.people.len(),
        world.tours.len()
    );
    let dates: Vec<Date> = (-24..=36).map(|n: i32| today.saturating_add(n.months())).collect();

    let (index, took) = timed(|| StaffingIndex::new(&world));
    println!("index build                        {:>10.3} ms", ms(took));
    let engine = pictures(&world, &index, today, &dates);
    groupings(&world, &index, today, &dates);
    uncached(&world, today, &dates);
    months(&world, &index, today);
    refreshes(&world, &index, today);
    moves(&world, &index, today);

    match Cluster::start() {
        Ok(cluster) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            let sql = runtime.block_on(postgres(&cluster.url(), &world, &index, today, &dates))?;
            let ratio = sql.as_secs_f64() / engine.as_secs_f64();
            println!("ratio, PostgreSQL to engine        {ratio:>10.1} x   (target 20)");
        }
        Err(why) => println!("NOT RUN: PostgreSQL side: {why}"),
    }
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1e3
}

/// Prints median and worst of the times and gives the median.
fn report(what: &str, mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    let median = times[times.len() / 2];
    let worst = times.last().copied().unwrap_or_default();
    println!("{what:<34} {:>10.3} ms   worst {:.3}", ms(median), ms(worst));
    median
}

fn ask(on: Date, today: Date, by: Grouping, lens: Lens) -> Ask {
    Ask { on, today, by, lens, command: None, office: None, plans: true }
}

/// The picture by country on every date; the first round warms the caches, as PostgreSQL's are.
fn pictures(world: &World, index: &StaffingIndex, today: Date, dates: &[Date]) -> Duration {
    let scope = Scope::everything(world);
    let mut times = Vec::new();
    for round in 0..20 {
        for on in dates {
            let ask = ask(*on, today, Grouping::Country, Lens::Place);
            let (answer, took) = timed(|| picture(world, index, &scope, &ask));
            assert!(answer.total.authorised > 0 || !answer.rows.is_empty(), "the service is not empty");
            if round > 0 {
                times.push(took);
            }
        }
    }
    report("picture by country", times)
}

fn groupings(world: &World, index: &StaffingIndex, today: Date, dates: &[Date]) {
    let scope = Scope::everything(world);
    let kinds = [
        ("picture by command", Grouping::Command, Lens::Place),
        ("picture by office", Grouping::Office, Lens::Place),
        ("picture by specialty", Grouping::Specialty, Lens::Place),
        ("picture by country supported", Grouping::Country, Lens::Supported),
    ];
    for (what, by, lens) in kinds {
        let times = dates.iter().map(|on| timed(|| picture(world, index, &scope, &ask(*on, today, by, lens))).1);
        report(what, times.collect());
    }
}

/// What the picture costs without an index held: building one for each question.
fn uncached(world: &World, today: Date, dates: &[Date]) {
    let scope = Scope::everything(world);
    let times = dates.iter().step_by(10).map(|on| {
        let ask = ask(*on, today, Grouping::Country, Lens::Place);
        timed(|| picture(world, &StaffingIndex::new(world), &scope, &ask)).1
    });
    report("picture by country, no index held", times.collect());
}

fn months(world: &World, index: &StaffingIndex, today: Date) {
    let scope = Scope::everything(world);
    let ask = ProjectionAsk { today, command: None, office: None };
    let times = (0..50).map(|_| timed(|| projection(world, index, &scope, &ask)).1);
    report("projection, 36 months, all offices", times.collect());
    let each = (0..5).map(|_| {
        timed(|| {
            for (office, _) in world.offices.iter() {
                let ask = ProjectionAsk { office: Some(office), ..ask };
                assert_eq!(projection(world, index, &scope, &ask).months.len(), 36);
            }
        })
        .1
    });
    report("projection of each office, together", each.collect());
}

/// Extends tours all over the service.
fn refreshes(world: &World, index: &StaffingIndex, today: Date) {
    let serving = world.tours.iter().filter(|(_, tour)| tour.status() == TourStatus::Arrived);
    let extended = serving.step_by(37).map(|(tour, facts)| {
        let rotation = facts.rotation.saturating_add(7.days());
        ExtendTour { tour, rotation }.into()
    });
    refreshed_after_each("commands", extended, world, index, today);
}

/// Moves open cases all over the service to their next step.
fn moves(world: &World, index: &StaffingIndex, today: Date) {
    let moved = world.cases.iter().step_by(11).filter_map(|(case, facts)| {
        let milestone = facts.next(today)?;
        Some(RecordMilestone { case, milestone, on: today }.into())
    });
    refreshed_after_each("cases moved", moved, world, index, today);
}

/// Takes one command at a time, refreshing the index after each; one that is refused is passed over.
fn refreshed_after_each(
    what: &str,
    commands: impl Iterator<Item = Command>,
    world: &World,
    index: &StaffingIndex,
    today: Date,
) {
    let (mut world, mut index) = (world.clone(), index.clone());
    let mut times = Vec::new();
    for command in commands {
        let Ok(events) = command.decide(&world, &Day { today, actor: None }) else { continue };
        let at = Position(world.position.0 + 1);
        events.iter().for_each(|event| world.apply(event, at));
        let (new, took) = timed(|| index.refreshed(&world));
        index = new;
        times.push(took);
    }
    println!("{} {what}, each followed by", times.len());
    if !times.is_empty() {
        report("index refresh", times);
    }
}

const SCHEMA: &str = "
CREATE TABLE office (id int PRIMARY KEY, country int NOT NULL);
CREATE TABLE billet (billet int, office int NOT NULL, from_day int NOT NULL, until_day int NOT NULL);
CREATE TABLE gap (billet int NOT NULL, from_day int NOT NULL, until_day int NOT NULL);
CREATE TABLE tour (id int PRIMARY KEY, billet int NOT NULL, office int NOT NULL, person int NOT NULL,
    is_primary bool NOT NULL, arrived bool NOT NULL, from_day int NOT NULL, until_day int NOT NULL);
";

const INDEXES: &str = "
CREATE INDEX ON billet (billet, from_day, until_day);
CREATE INDEX ON billet (from_day, until_day) INCLUDE (billet, office);
CREATE INDEX ON gap (billet, from_day, until_day);
CREATE INDEX ON tour (billet, from_day, until_day);
CREATE INDEX ON tour (from_day, until_day) INCLUDE (billet, arrived);
CREATE INDEX ON tour USING gist (int4range(from_day, until_day));
VACUUM (ANALYZE);
";

/// The question: $1 to $3 are the date, 90 and 180 days later; $4 to $6 whether only recorded arrivals count then.
fn question() -> String {
    let strength = |name: &str, day: &str, recorded: &str| {
        format!(
            "{name} AS (
    SELECT o.country, count(*) AS authorised, count(c.billet) AS assigned,
        count(*) FILTER (WHERE c.billet IS NULL AND g.billet IS NOT NULL) AS gaps
    FROM billet b JOIN office o ON o.id = b.office
    LEFT JOIN (SELECT DISTINCT billet FROM tour
        WHERE from_day <= {day} AND until_day > {day} AND (arrived OR NOT {recorded})) c ON c.billet = b.billet
    LEFT JOIN gap g ON g.billet = b.billet AND g.from_day <= {day} AND g.until_day > {day}
    WHERE b.from_day <= {day} AND b.until_day > {day} GROUP BY o.country)"
        )
    };
    format!(
        "WITH {now}, {in_90}, {in_180},
here AS MATERIALIZED (SELECT id, office, person, until_day FROM tour
    WHERE is_primary AND from_day <= $1 AND until_day > $1 AND (arrived OR NOT $4)),
people AS (SELECT o.country, count(*) AS present
    FROM (SELECT DISTINCT ON (person) office FROM here ORDER BY person, id) p JOIN office o ON o.id = p.office
    GROUP BY o.country),
leaving AS (SELECT o.country, count(*) AS due FROM here JOIN office o ON o.id = here.office
    WHERE until_day <= $1 + 90 GROUP BY o.country)
SELECT now.country, now.authorised, now.assigned, now.gaps, coalesce(present, 0) AS present, coalesce(due, 0) AS due,
    now.assigned::float8 / nullif(now.authorised - now.gaps, 0) AS fill,
    in_90.assigned::float8 / nullif(in_90.authorised - in_90.gaps, 0) AS fill_90,
    in_180.assigned::float8 / nullif(in_180.authorised - in_180.gaps, 0) AS fill_180
FROM now LEFT JOIN in_90 USING (country) LEFT JOIN in_180 USING (country)
LEFT JOIN people USING (country) LEFT JOIN leaving USING (country)",
        now = strength("now", "$1", "$4"),
        in_90 = strength("in_90", "$2", "$5"),
        in_180 = strength("in_180", "$3", "$6"),
    )
}

/// The country that stands for the United States in the exported tables.
const HOME: i32 = -1;

/// What is compared, for each country: authorised, assigned, approved gaps, present, rotations due.
type Counts = BTreeMap<i32, [i64; 5]>;

/// Exports the World, asks the question on every date, and holds the answers against the engine's.
async fn postgres(url: &str, world: &World, index: &StaffingIndex, today: Date, dates: &[Date]) -> Result<Duration> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::raw_sql(SCHEMA).execute(&mut connection).await?;
    export(&mut connection, world).await?;
    for statement in INDEXES.split_inclusive(';').filter(|text| !text.trim().is_empty()) {
        sqlx::raw_sql(statement).execute(&mut connection).await?;
    }
    let question = question();
    let mut times = Vec::new();
    for round in 0..3 {
        for on in dates {
            let days = [0, 90, 180].map(|ahead: i32| on.saturating_add(ahead.days()));
            let mut query = sqlx::query(sqlx::AssertSqlSafe(question.as_str()));
            for day in days {
                query = query.bind(number(day));
            }
            for day in days {
                query = query.bind(day <= today);
            }
            let start = Instant::now();
            let rows = query.fetch_all(&mut connection).await?;
            let took = start.elapsed();
            if round > 0 {
                times.push(took);
                continue;
            }
            let mut answer = Counts::new();
            for row in rows {
                let counts = [row.try_get(1)?, row.try_get(2)?, row.try_get(3)?, row.try_get(4)?, row.try_get(5)?];
                answer.insert(row.try_get(0)?, counts);
            }
            ensure!(answer == of_engine(world, index, *on, today), "the engine and PostgreSQL disagree on {on}");
        }
    }
    println!("PostgreSQL and the engine agree on every country on {} dates", dates.len());
    connection.close().await?;
    Ok(report("PostgreSQL, picture by country", times))
}

/// The engine's counts; countries without an authorised billet are no row of the question.
fn of_engine(world: &World, index: &StaffingIndex, on: Date, today: Date) -> Counts {
    let answer = picture(world, index, &Scope::everything(world), &ask(on, today, Grouping::Country, Lens::Place));
    let rows = answer.rows.iter().filter(|row| row.authorised > 0).map(|row| {
        let country = row.key.strip_prefix('C').and_then(|digits| digits.parse().ok()).unwrap_or(HOME);
        let counts = [row.authorised, row.assigned, row.approved_gaps, row.present, row.rotations_due_90];
        (country, counts.map(i64::from))
    });
    rows.collect()
}

/// Writes the tables a column at a time.
async fn export(connection: &mut PgConnection, world: &World) -> Result<()> {
    let (mut ids, mut countries) = (Vec::new(), Vec::new());
    for (id, office) in world.offices.iter() {
        ids.push(id.0 as i32);
        let country = office.country.or(world.posts[office.post].country);
        countries.push(country.map_or(HOME, |country| country.0 as i32));
    }
    sqlx::query("INSERT INTO office SELECT * FROM unnest($1::int[], $2::int[])")
        .bind(ids)
        .bind(countries)
        .execute(&mut *connection)
        .await?;

    let mut billets: [Vec<i32>; 4] = Default::default();
    let mut gaps: [Vec<i32>; 3] = Default::default();
    for (id, billet) in world.billets.iter() {
        for (period, terms) in billet.terms.spans() {
            if let Some(own) = period.overlap(billet.authorised) {
                let row = [id.0 as i32, terms.office.0 as i32, number(own.from()), number(own.end())];
                billets.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
            }
        }
        for gap in &billet.gaps {
            let row = [id.0 as i32, number(gap.period.from()), number(gap.period.end())];
            gaps.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
        }
    }
    let insert = "INSERT INTO billet SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[])";
    let query = billets.into_iter().fold(sqlx::query(insert), |query, column| query.bind(column));
    query.execute(&mut *connection).await?;
    let insert = "INSERT INTO gap SELECT * FROM unnest($1::int[], $2::int[], $3::int[])";
    let query = gaps.into_iter().fold(sqlx::query(insert), |query, column| query.bind(column));
    query.execute(&mut *connection).await?;

    let mut numbers: [Vec<i32>; 6] = Default::default();
    let mut flags: [Vec<bool>; 2] = Default::default();
    for (id, tour) in world.tours.iter() {
        let Some(period) = tour.period() else { continue };
        let office = world.billets[tour.billet].terms_near(period.from()).office;
        let row = [id.0, tour.billet.0, office.0, tour.person.0].map(|id| id as i32);
        let row = row.into_iter().chain([number(period.from()), number(period.end())]);
        numbers.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
        flags[0].push(tour.is_primary());
        flags[1].push(tour.arrived.is_some());
    }
    let insert = "INSERT INTO tour (id, billet, office, person, from_day, until_day, is_primary, arrived)
        SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bool[], $8::bool[])";
    let query = numbers.into_iter().fold(sqlx::query(insert), |query, column| query.bind(column));
    flags.into_iter().fold(query, |query, column| query.bind(column)).execute(connection).await?;
    Ok(())
}
