//! The charts of the worked example as people see them: what each says, that it fits its place, and that it is a file.

use super::closed_sample;
use super::sample::{evening, show, wednesday};
use chrono::NaiveDate;
use hepai::analysis::standing::schedule::schedule;
use hepai::model::Log;
use hepai::model::template::Lang;
use hepai::ui::chart::{
    ChartShape, DrawnChart, FinishedChart, Imprint, LoadShown, burndown_chart, causes_chart,
    exposure_chart, feedback_chart, load_chart, resource_chart, risk_chart, svg_file, trend_chart,
};

fn all(log: &Log, today: NaiveDate, width: i64, lang: Lang) -> Vec<(&'static str, DrawnChart)> {
    let plan = schedule(log, today);
    vec![
        ("burndown", burndown_chart(log, &plan, false, width, lang)),
        ("effort", burndown_chart(log, &plan, true, width, lang)),
        ("trend", trend_chart(log, evening(today), width, lang)),
        (
            "load",
            load_chart(log, &plan, LoadShown::default(), width, lang),
        ),
        ("causes", causes_chart(log, today, false, width, lang)),
        ("entered", causes_chart(log, today, true, width, lang)),
        ("risk", risk_chart(log, width, lang)),
        ("exposure", exposure_chart(log, today, width, lang)),
        ("resource", resource_chart(log, today, width, lang)),
    ]
}

fn chart(drawn: DrawnChart) -> FinishedChart {
    match drawn {
        DrawnChart::FinishedChart(chart) => *chart,
        DrawnChart::Empty(title, why) => panic!("{title}: {why}"),
    }
}

#[test]
fn each_chart_says_what_it_shows() {
    let shown = show(wednesday(), Lang::Zh);
    shown.session().read(|log| {
        let found: Vec<String> = all(log, wednesday(), 640, Lang::Zh)
            .into_iter()
            .map(|(_, drawn)| chart(drawn).finding)
            .collect();
        let has = |at: usize, said: &str| assert!(found[at].contains(said), "{}", found[at]);
        has(0, "今天还剩 14 项，原计划只剩 12 项：多 2 项。");
        has(0, "全部完成。");
        has(2, "比计划慢 7%。");
        has(
            3,
            "这一周客服部 吴主管同时有 3 项，最多。14 项都没写工作量，所以按任务数算。",
        );
        has(
            4,
            "9 项任务一共迟了 21 个工作日，最多的是外部供应商/第三方：7 个。",
        );
        has(6, "开放 5 个，总风险值 51（开始时 99）。");
        has(7, "总风险值 51，和上次周会一样。");
        has(8, "共 3 天要 2，只有 1。");
    });
}

/// The numbers of a way, two by two, and the words of a picture lie within it.
fn fits(name: &str, chart: &FinishedChart) {
    let (width, height) = (chart.picture.width, chart.picture.height);
    assert!(
        chart.picture.shapes.len() <= 300,
        "{name}: {}",
        chart.picture.shapes.len()
    );
    for shape in &chart.picture.shapes {
        match shape {
            ChartShape::ChartWord(word) => {
                let inside = (0..=width).contains(&word.x) && (0..=height).contains(&word.y);
                assert!(inside, "{name}: {word:?} in {width} × {height}");
            }
            ChartShape::Path(way, _) => {
                let start = way
                    .trim_start_matches('M')
                    .split(['L', 'h', 'l', 'a', 'M'])
                    .next();
                let numbers = start.unwrap_or_default().split(' ');
                let numbers: Vec<i64> = numbers.filter_map(|one| one.parse().ok()).collect();
                let inside = numbers.len() == 2
                    && (-1..=width + 1).contains(&numbers[0])
                    && (-1..=height + 1).contains(&numbers[1]);
                assert!(inside, "{name}: {way} in {width} × {height}");
            }
        }
    }
}

#[test]
fn charts_fit_wide_and_narrow_places_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let shown = show(wednesday(), lang);
        shown.session().read(|log| {
            for width in [280, 340, 640, 1100] {
                for (name, drawn) in all(log, wednesday(), width, lang) {
                    let chart = chart(drawn);
                    assert_eq!(chart.picture.width, width, "{name}");
                    fits(&format!("{name} {width} {lang:?}"), &chart);
                    let cells = chart.table.head.len();
                    assert!(
                        chart.table.rows.iter().all(|row| row.len() == cells),
                        "{name}"
                    );
                    assert!(
                        !chart.table.rows.is_empty() && !chart.finding.is_empty(),
                        "{name}"
                    );
                }
            }
        });
    }
}

#[test]
fn a_chart_is_a_file_with_its_words_in_it() {
    let shown = show(wednesday(), Lang::Zh);
    shown.session().read(|log| {
        let chart = chart(causes_chart(log, wednesday(), false, 640, Lang::Zh));
        let imprint = Imprint {
            project: "A & B <灯>".to_owned(),
            as_of: "数据截至 2026-04-15 14:30".to_owned(),
        };
        let (svg, width, height) = svg_file(&chart, &imprint);
        assert!(width == 672 && height > chart.picture.height);
        assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>"));
        assert!(svg.contains("A &amp; B &lt;灯&gt; · 数据截至"));
        assert!(svg.contains("<desc>9 项任务一共迟了") && !svg.contains("var("));
        let tabbed = chart.table.tabbed();
        assert!(tabbed.starts_with("任务\t晚几个工作日\t"), "{tabbed}");
        assert!(tabbed.contains("T-12 ← T-11"), "{tabbed}");
        assert!(chart.table.markup().starts_with("<table><tr><th>任务</th>"));
    });
}

#[test]
fn without_figures_a_chart_says_what_is_missing() {
    let log = Log::new(&hepai::templates::SCHEMA, 0);
    for lang in [Lang::Zh, Lang::En] {
        for (name, drawn) in all(&log, wednesday(), 640, lang) {
            let DrawnChart::Empty(title, why) = drawn else {
                panic!("{name} draws nothing out of nothing");
            };
            assert!(!title.is_empty() && !why.is_empty(), "{name}");
        }
        assert!(matches!(
            feedback_chart(&log, false, 640, lang),
            DrawnChart::Empty(..)
        ));
    }
}

#[test]
fn the_feedback_is_drawn_as_bars_and_as_a_web_with_the_same_figures() {
    closed_sample::read(|log| {
        let bars = chart(feedback_chart(log, false, 640, Lang::Zh));
        let web = chart(feedback_chart(log, true, 340, Lang::Zh));
        assert_eq!(bars.table, web.table);
        assert!(
            bars.finding.contains("最低：资源支持 3.33"),
            "{}",
            bars.finding
        );
        fits("bars", &bars);
        fits("web", &web);
    });
}
