//! Who still owes which answer: each request counts for itself, whatever else waits for somebody.

use super::sample::{show, wednesday};
use hepai::analysis::inbox::asks::owing;
use hepai::analysis::inbox::todos::{request, todos};
use hepai::model::template::Lang;
use hepai::templates::member;

#[test]
fn each_request_counts_who_owes_that_answer() {
    let shown = show(wednesday(), Lang::Zh);
    shown.session().read(|log| {
        let people = log.rows(member::KIND);
        let mut owed = 0;
        for person in &people {
            let all = owing(log, std::slice::from_ref(person), wednesday());
            for key in request::OFFERED {
                let asked = todos(log, person, &[key.to_owned()], wednesday());
                let mut asked = asked.iter().filter(|todo| todo.item.request() == Some(key));
                let is_owed = asked.any(|todo| !todo.answer.is_done());
                assert_eq!(
                    all.get(key).copied(),
                    is_owed.then_some(1),
                    "{person}: {key}"
                );
                owed += usize::from(is_owed);
            }
        }
        assert!(
            owed > 0 && owed < people.len() * request::OFFERED.len() / 2,
            "{owed}"
        );
        let all = owing(log, &people, wednesday());
        assert_eq!(all.values().sum::<usize>(), owed);
    });
}
