using Diversion.Casework.Analysis;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Extracts;

/// <summary>The tables of an extract with their dictionary: one row a person, one an event of a person, one a victim.</summary>
internal static class ExtractTables
{
    private const string Key = "Pseudonym of the case; the same in every table of the release";

    public static ExtractTable<PersonRow> People { get; } = new(
        "people",
        "one row a case",
        Text("pseudonym", Key, person => person.Pseudonym),
        Text("sex", "female, male, other; empty: not known", person => person.Groups.Sex),
        Text("age_band", "Age at the referral in bands", person => person.Groups.AgeBand),
        Text("ethnicity", "Code as the person says (18+1 codes)", person => person.Groups.Ethnicity),
        Text("offence_group", "Code of the first offence's group", person => person.Groups.OffenceGroup),
        Text("risk_band", "low, medium, high: the band in force", person => person.Groups.RiskBand),
        Text("ward", "Ward of the home address", person => person.Groups.Ward),
        Text("district", "District of the home address", person => person.Groups.District),
        Text("trial", "Code of the trial; empty: in none", person => person.Trial?.Trial),
        Text("arm_allocated", "Arm of the trial; empty: not in a trial", person => person.Trial?.Arm),
        Day("allocated_on", "Day of the allocation", person => person.Trial?.AllocatedOn),
        Text("stratum", "Stratum of the allocation", person => person.Trial?.Stratum),
        Text("arm_received", "Arm received; empty while it is not known", person => person.Trial?.Received?.Arm),
        Day("received_on", "Since when: the signing, or what happened to the case", person => person.Trial?.Received?.On),
        Text("crossover_reason", "Why another arm was received than allocated", person => person.Trial?.CrossoverReason),
        Day("referred_on", "Day of the referral", person => person.Course.ReferredOn),
        Day("eligibility_decided_on", "Day of the approval, or of the finding that the person is not eligible", person => person.Course.EligibilityDecidedOn),
        Text("not_eligible_because", "The first rule that was not met; empty: eligible or not decided", person => person.Course.NotEligibleBecause),
        Day("offered_on", "Day of the offer", person => person.Course.OfferedOn),
        Day("declined_on", "Day on which the offer was declined or lapsed", person => person.Course.DeclinedOn),
        Day("signed_on", "Day of the signing", person => person.Course.SignedOn),
        Day("ended_on", "Day on which a signed agreement ended", person => person.Course.EndedOn),
        Text("ending", "Completed, Breached, Discontinued; empty while it runs, and when it was handed over", person => person.Course.End?.ToString()),
        Day("breach_proposed_on", "Day of the last proposal of a breach", person => person.Course.BreachProposedOn),
        Day("breach_decided_on", "Day of its decision", person => person.Course.BreachDecidedOn),
        Text("breach_confirmed", "yes or no; empty: not proposed, or not decided", person => YesOrNo(person.Course.BreachConfirmed)),
        Text("breach_cause", "Why it was proposed", person => person.Course.BreachCause),
        Number("warnings", "Warnings that stood", person => person.Course.Warnings),
        Number("worker_hours", "Hours of supervision meetings held", person => Used(person, PeopleScan.WorkerHour)),
        Number("sessions", "Sessions of pathways and courses attended", person => Used(person, PeopleScan.Session)),
        Number("reparation_hours", "Hours worked", person => Used(person, PeopleScan.WorkHour)),
        Number("tag_days", "Days with a tag, once it was removed", person => Used(person, PeopleScan.TagDay)),
        Day("checked_until", "Day up to which the police's records were searched for reoffences; empty: never, so that none is not yet known", person => person.FollowUp.CheckedUntil),
        Day("left_on", "Day of death or of moving abroad", person => person.FollowUp.Left?.On),
        Text("left_because", "died, moved abroad", person => person.FollowUp.Left?.Reason));

    public static ExtractTable<EventRow> Events { get; } = new(
        "events",
        "one row an event of a case: meeting, condition, referral, reoffence, custody",
        new TextColumn<EventRow>("pseudonym", Key, row => row.Pseudonym),
        new TextColumn<EventRow>("event", "meeting, session, condition, referral, reoffence, custody", row => row.Event),
        new DayColumn<EventRow>("on", "Day of the event; of a referral to a provider its sending, of a reoffence the offence's, of custody the first; empty where only the state is kept", row => row.On),
        new DayColumn<EventRow>("until", "Of a referral the end of the pathway or agreement; of custody the last day, empty while it lasts; of a reoffence the day of its outcome", row => row.Until),
        new TextColumn<EventRow>("time", "Local time at which a meeting or session was to begin", row => row.Time),
        new TextColumn<EventRow>("kind", "Of a condition its kind; of a reoffence its offence group", row => row.Kind),
        new TextColumn<EventRow>("outcome", "Of a meeting, condition, referral or reoffence; empty: not yet known", row => row.Outcome),
        new TextColumn<EventRow>("worker", "Pseudonym of who held a meeting, or of the provider of a session or referral", row => row.Worker),
        new TextColumn<EventRow>("reminded", "yes when a reminder of the meeting reached the person", row => row.Reminded),
        new TextColumn<EventRow>("code", "Home Office classification of a reoffence; need that a pathway or referral is for", row => row.Code),
        new DayColumn<EventRow>("accepted_on", "Of a referral the day on which the provider accepted it; empty: not yet", row => row.AcceptedOn),
        new TextColumn<EventRow>("accepted_in_time", "yes or no: by the day that the scheme sets; empty: not accepted yet", row => row.InTime),
        new NumberColumn<EventRow>("start_score", "Assessment at the start of a pathway, 0 to 10", row => row.StartScore),
        new NumberColumn<EventRow>("end_score", "Assessment at its end, 0 to 10", row => row.EndScore));

    public static ExtractTable<VictimRow> Victims { get; } = new(
        "victims",
        "one row a victim of a case",
        new TextColumn<VictimRow>("pseudonym", Key, row => row.Pseudonym),
        new TextColumn<VictimRow>("told_in_time", "yes or no: all promises of news were kept in time; empty: nothing due yet, or one open and not late", row => YesOrNo(row.Victim.ToldInTime)),
        new TextColumn<VictimRow>("satisfaction", "answered, declined; empty: not asked", row => row.Asked),
        new NumberColumn<VictimRow>("satisfied_informed", "How satisfied with how they were kept informed, 1 (very dissatisfied) to 5 (very satisfied); empty: not asked, declined or left out", row => row.Answer(0)),
        new NumberColumn<VictimRow>("satisfied_treated", "The same with how they were treated", row => row.Answer(1)),
        new NumberColumn<VictimRow>("satisfied_outcome", "The same with what came of the case", row => row.Answer(2)),
        new TextColumn<VictimRow>("restorative_offered", "yes or no: they were asked about restorative justice", row => YesOrNo(row.Victim.RestorativeOffered)),
        new TextColumn<VictimRow>("restorative_taken_up", "yes or no: a conference, an exchange or a letter took place with them; empty: not offered", row => row.Victim.RestorativeOffered ? YesOrNo(row.Victim.RestorativeTakenUp) : null),
        new NumberColumn<VictimRow>("satisfied_restorative", "How satisfied with restorative justice, 1 to 5; empty: it did not take place, not asked, declined or left out", row => row.Victim.RestorativeAnswer));

    /// <summary>Every column of all tables: table, column, type, what it means.</summary>
    public static IEnumerable<string[]> Dictionary =>
    [
        .. People.Columns.Select(column => (string[])[People.Name, column.Name, column.Type, column.Means]),
        .. Events.Columns.Select(column => (string[])[Events.Name, column.Name, column.Type, column.Means]),
        .. Victims.Columns.Select(column => (string[])[Victims.Name, column.Name, column.Type, column.Means]),
    ];

    private static string? YesOrNo(bool? answer) => answer switch { true => "yes", false => "no", null => null };

    private static decimal? Used(PersonRow person, string unit) => person.Used.FirstOrDefault(one => one.Unit == unit) is { Unit: not null } used ? used.Amount : null;

    private static TextColumn<PersonRow> Text(string name, string means, Func<PersonRow, string?> value) => new(name, means, value);

    private static DayColumn<PersonRow> Day(string name, string means, Func<PersonRow, NodaTime.LocalDate?> value) => new(name, means, value);

    private static NumberColumn<PersonRow> Number(string name, string means, Func<PersonRow, decimal?> value) => new(name, means, value);
}
