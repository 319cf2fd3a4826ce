//! 读入放假安排: a file of public holidays becomes lines of the project's own calendar, for the days on which it says
//! something else than the calendar here; so it travels with the project.

use super::session::Session;
use crate::analysis::calendar_of;
use crate::exchange::HolidayFile;
use crate::model::template::{CellType as _, Form};
use crate::model::{RecordId, Value};
use crate::templates::{calendar_day, charter, settings};
use chrono::{Datelike, NaiveDate};

impl Session {
    /// Takes what such a file says of the years from the project's first on; how many lines it became.
    pub fn take_holidays(&self, file: &HolidayFile) -> usize {
        let today = self.now().date_naive();
        let lines = self.read(|log| {
            let form = Form::new(log, charter::record());
            let first = form.get(charter::PLANNED_START).unwrap_or(today).year();
            let calendar = calendar_of(&form);
            let mut lines: Vec<HolidayLine> = Vec::new();
            for year in file
                .years()
                .into_iter()
                .filter(|year| *year >= first.min(today.year()))
            {
                let Some(begin) = NaiveDate::from_ymd_opt(year, 1, 1) else {
                    continue;
                };
                let days = begin.iter_days().take_while(|day| day.year() == year);
                let others =
                    days.filter(|day| file.is_working_day(*day) != calendar.is_working_day(*day));
                for day in others {
                    let named = file.days.get(&day).map(|(_, name)| name.clone());
                    HolidayLine::add(
                        &mut lines,
                        day,
                        !file.is_working_day(day),
                        named.unwrap_or_default(),
                    );
                }
            }
            lines
        });
        let rows: Vec<Vec<(&str, Value)>> = lines.iter().map(HolidayLine::fields).collect();
        let parent: RecordId = settings::record();
        self.add_rows(calendar_day::KIND, Some(&parent), None, &rows)
            .len()
    }
}

/// Days one after the other of one sort and name.
struct HolidayLine {
    from: NaiveDate,
    to: NaiveDate,
    is_rest: bool,
    name: String,
}

impl HolidayLine {
    fn add(lines: &mut Vec<Self>, day: NaiveDate, is_rest: bool, name: String) {
        match lines.last_mut() {
            Some(last)
                if last.to.succ_opt() == Some(day)
                    && last.is_rest == is_rest
                    && last.name == name =>
            {
                last.to = day;
            }
            _ => lines.push(Self {
                from: day,
                to: day,
                is_rest,
                name,
            }),
        }
    }

    fn fields(&self) -> Vec<(&'static str, Value)> {
        let kind = if self.is_rest {
            calendar_day::REST
        } else {
            calendar_day::WORK
        };
        vec![
            (calendar_day::FROM.name, self.from.write()),
            (calendar_day::TO.name, self.to.write()),
            (calendar_day::DAY_KIND.name, Value::text(kind.key)),
            (calendar_day::NAME.name, Value::typed(&self.name)),
        ]
    }
}
