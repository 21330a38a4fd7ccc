using Diversion.Casework.Conditions;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions;
using Diversion.Domain.Documents;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Texts;

/// <summary>
/// What happened, as one plain sentence. Contains nothing that somebody typed about a person (<see cref="EventTexts"/>
/// does), so everybody who sees the event may see its sentence.
/// </summary>
public static class EventWords
{
    public static string Of(AgreementEvent happened) => happened switch
    {
        ReferralEvent e => CaseWords.Of(e),
        VictimEvent e => CaseWords.Of(e),
        OfferEvent e => CourseWords.Of(e),
        TermEvent e => CourseWords.Of(e),
        BreachEvent e => CourseWords.Of(e),
        TellingEvent e => CourseWords.Of(e),
        DocumentEvent e => DocumentWords.Of(e),
        AppointmentEvent e => AppointmentWords.Of(e),
        ConditionEvent e => AppointmentWords.Of(e),
        ConditionKindEvent e => ConditionDescriptors.Of(e.Kind).Sentence(e),
        _ => throw Missing(happened),
    };

    /// <summary>"5 March 2026 at 5pm". Midnight is given as the end of the day before.</summary>
    internal static string At(Instant instant)
    {
        var local = instant.InZone(WorkingCalendar.Zone);
        return local.TimeOfDay == LocalTime.Midnight ? Words.Moment(instant) : $"{Words.Date(local.Date)} at {Words.Time(local.TimeOfDay)}";
    }

    /// <summary>"2 hours 30 minutes".</summary>
    public static string Hours(int minutes) => Words.Length(minutes);

    internal static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    internal static string List<T>(IEnumerable<T> values, Func<T, string> words, string none = "none")
    {
        var text = string.Join(", ", values.Select(words));
        return text.Length == 0 ? none : text;
    }

    internal static string Band<T>(T? band) where T : struct, Enum => band is { } known ? Words.Of(known) : "not given";

    internal static InvalidOperationException Missing(AgreementEvent happened) => new($"There is no sentence for {happened.GetType().Name}.");
}
