//! The meetings of the worked example as a calendar reads them.

use super::answers::date;
use super::sample::{evening, show};
use hepai::exchange::calendar_file;
use hepai::model::Zone;
use hepai::model::template::Lang;

/// A Wednesday in a year of which no holidays are known.
const SHOWN_DAY: &str = "2030-08-28";

#[test]
fn the_meetings_ahead_go_into_a_calendar_file_a_day_each() {
    let shown = show(date(SHOWN_DAY), Lang::Zh);
    let zone = Zone::Fixed(*evening(date(SHOWN_DAY)).offset());
    let text = shown
        .session
        .read(|log| calendar_file(log, "ABC", evening(date(SHOWN_DAY)), zone));
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(
        (lines.first(), lines.last()),
        (Some(&"BEGIN:VCALENDAR"), Some(&"END:VCALENDAR"))
    );
    assert!(
        lines
            .iter()
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    let starts: Vec<&&str> = lines
        .iter()
        .filter(|line| line.starts_with("DTSTART"))
        .collect();
    // The Friday of this week at ten by Beijing time; the stand-up of that day an hour before.
    assert_eq!(
        starts[..2],
        [&"DTSTART:20300830T020000Z", &"DTSTART:20300830T011500Z"]
    );
    assert!(
        starts
            .iter()
            .any(|one| **one == "DTSTART;VALUE=DATE:20300909"),
        "the launch review"
    );
    let count = |text: &str| lines.iter().filter(|line| **line == text).count();
    assert_eq!(count("BEGIN:VEVENT"), starts.len());
    assert_eq!(count("SUMMARY:总结会"), 1);
    assert_eq!(count("SUMMARY:启动会"), 0, "it is over");
}
