//! 200 random networks against another scheduler's answers, figure by figure (views.md §1.10). The script that made
//! them stands beside them.

use super::networks::{link, network, spans};
use hepai::analysis::standing::schedule::{
    Link, LinkKind, free_floats, latest_ends, passed_forward,
};
use serde_json::Value;

const NETWORKS: &str = include_str!("../fixtures/schedule/networks.jsonl");

fn numbers(value: &Value) -> Vec<i32> {
    let all = value.as_array().expect("a list").iter();
    all.map(|one| one.as_i64().expect("a number") as i32)
        .collect()
}

fn read_link(value: &Value) -> Link {
    let number = |at: usize| value[at].as_i64().expect("a number");
    let kind = match value[2].as_str() {
        Some("SS") => LinkKind::StartStart,
        Some("FF") => LinkKind::FinishFinish,
        Some("SF") => LinkKind::StartFinish,
        _ => LinkKind::FinishStart,
    };
    link(number(0) as u32, number(1) as u32, kind, number(3) as i32)
}

#[test]
fn two_hundred_networks_come_out_as_another_scheduler_says() {
    let mut figures = 0;
    for (at, line) in NETWORKS.lines().enumerate() {
        let read: Value = serde_json::from_str(line).expect("a network");
        let lengths = numbers(&read["lengths"]);
        let links: Vec<Link> = read["links"]
            .as_array()
            .expect("links")
            .iter()
            .map(read_link)
            .collect();
        let (network, spans) = (network(lengths.len(), &links), spans(&lengths));
        let early = passed_forward(&network, &spans);
        let end = early.iter().map(|one| one.end).max().expect("tasks");
        let latest = latest_ends(&network, &spans, &early, Some(end), |_| None);
        let free = free_floats(&network, &spans, &early, end);
        for (task, answer) in read["answers"]
            .as_array()
            .expect("answers")
            .iter()
            .enumerate()
        {
            let own = [
                early[task].start,
                early[task].end,
                latest[task].expect("open"),
                free[task],
            ];
            assert_eq!(
                own.as_slice(),
                numbers(answer),
                "task {task} of network {}",
                at + 1
            );
            figures += own.len();
        }
    }
    assert!(figures > 14_000, "{figures} figures");
}
