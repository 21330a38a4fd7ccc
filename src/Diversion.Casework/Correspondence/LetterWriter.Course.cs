using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Correspondence;

/// <content>The letters that are no news of a decision: the offer, the agreement, appointments, and what the victim is told.</content>
public sealed partial class LetterWriter
{
    /// <param name="state">Of a case that is offered.</param>
    public Letter Offer(AgreementState state, SchemeRules scheme, LetterLanguage language) => Write("offer", language, new(ToPerson(state, scheme))
    {
        ["conditions"] = string.Join('\n', state.Offer!.Conditions.Select(condition => ConditionTexts.Plain(condition, scheme)).Distinct()),
        ["length"] = scheme.Term.Months > 0 ? Wording.Count(scheme.Term.Months, "month") : Wording.Count(scheme.Term.Weeks, "week"),
        ["signBy"] = Wording.By(state.Offer.LapsesAt),
        ["officer"] = state.Referral.Officer.Name,
    });

    /// <param name="state">Of a case that was signed.</param>
    public Letter Agreement(AgreementState state, SchemeRules scheme, LetterLanguage language) => Write("agreement", language, new(ToPerson(state, scheme))
    {
        ["signedOn"] = Wording.Day(state.Term!.SignedOn),
        ["ifBroken"] = ConditionTexts.IfBroken(scheme),
    });

    /// <param name="appointments">Those that are still to come; others are left out.</param>
    public Letter Appointments(AgreementState state, IEnumerable<AppointmentNews> appointments, LetterLanguage language) => Write("appointment", language, new()
    {
        ["to"] = state.Referral.Person.Name,
        ["keyWorker"] = Wording.Contact(state.KeyWorker),
        ["appointments"] = string.Join('\n', appointments.OrderBy(one => one.StartsAt).Select(one => Line(state, one))),
    });

    /// <param name="numbers">One line for each service.</param>
    public Letter UsefulNumbers(AgreementState state, IEnumerable<string> numbers, LetterLanguage language) => Write("useful-numbers", language, new()
    {
        ["to"] = state.Referral.Person.Name,
        ["numbers"] = string.Join('\n', numbers),
    });

    /// <summary>The booked appointments that have not begun.</summary>
    public static IEnumerable<AppointmentNews> ToCome(AgreementState state, Instant now) => state.Conditions.OfType<AppointmentCondition>()
        .Where(condition => condition.IsOpen)
        .SelectMany(condition => condition.Appointments
            .Where(one => one.Status == AppointmentStatus.Scheduled && one.StartsAt > now)
            .Select(one => new AppointmentNews(condition.Id, one.Id, one.StartsAt)));

    /// <summary>The appointment that a piece of news is about, and those booked with it that are still to be held.</summary>
    private static IEnumerable<AppointmentNews> Covered(AgreementState state, AppointmentNews news) => news.Others is null ? [news] : news.All
        .Select(id => (state.ConditionOrNull(news.ConditionId) as AppointmentCondition)?.AppointmentOrNull(id))
        .OfType<Appointment>()
        .Where(one => one.Status == AppointmentStatus.Scheduled)
        .Select(one => new AppointmentNews(news.ConditionId, one.Id, one.StartsAt));

    /// <summary>Says what is decided, and nothing of the person: neither who they are nor what they agreed to.</summary>
    public Letter ToVictim(AgreementState state, VictimNews news, string name, LetterLanguage language) => Write(
        news == VictimNews.Decision ? "victim-decision" : "victim-ending",
        language,
        new()
        {
            ["to"] = name,
            ["crime"] = state.Referral.Offence.CrimeNumber is { } number ? $", crime number {number}" : "",
            ["decided"] = string.Join('\n', news == VictimNews.Decision ? Decided(state) : Ended(state.Status)),
            ["officer"] = state.Referral.Officer.Name,
        });

    /// <summary>"Friday 6 March 2026 at 10am: meeting, 30 minutes, at 3 High Street".</summary>
    private static string Line(AgreementState state, AppointmentNews about)
    {
        var condition = state.ConditionOrNull(about.ConditionId) as AppointmentCondition;
        var appointment = condition?.AppointmentOrNull(about.AppointmentId);
        return $"{Wording.Day(about.StartsAt)} at {Wording.Time(about.StartsAt)}: {(condition is null ? "appointment" : ConditionDescriptors.Of(condition.Kind).Appointment)}"
            + (appointment is null ? "" : $", {Words.Length(appointment.Minutes)}{(appointment.Place is { } place ? $", at {place}" : "")}");
    }

    private static IEnumerable<string> Decided(AgreementState state) => state switch
    {
        { Term: not null, IsTerminal: false } =>
        [
            "The person has signed an agreement instead of being charged. They have to do what it says for as long as it lasts.",
            "If they keep to it, they are not charged. If they do not, the police may charge them, and the case may go to court.",
            "We will tell you how it ends.",
        ],
        { Term: not null } => ["The person signed an agreement instead of being charged.", .. Ended(state.Status)],
        _ => [NotSigned(state.Status), "The police decide what happens to the case."],
    };

    /// <summary>Most cases that end before the signing were never offered anything.</summary>
    private static string NotSigned(AgreementStatus status) => status switch
    {
        AgreementStatus.NotEligible => "The case is not suitable for an agreement that takes the place of a charge.",
        AgreementStatus.Control => "The case goes on in the usual way, without an agreement that takes the place of a charge.",
        AgreementStatus.Declined => "The person was offered an agreement instead of a charge, and did not accept it.",
        AgreementStatus.Lapsed => "The person was offered an agreement instead of a charge, and did not sign it in time.",
        _ => "No agreement takes the place of a charge any more.",
    };

    private static IEnumerable<string> Ended(AgreementStatus status) => status switch
    {
        AgreementStatus.Completed => ["The person did everything that they had agreed to. They are not charged, and the case is closed."],
        AgreementStatus.Breached => ["The person did not keep to the agreement, and it has ended.", "The case is back with the police. They decide whether the person is charged."],
        _ => ["The agreement has ended early.", "The police decide what happens to the case."],
    };
}
