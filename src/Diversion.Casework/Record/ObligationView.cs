using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Record;

/// <summary>An open obligation.</summary>
/// <param name="Date">The local day (Europe/London) of <paramref name="Due"/>, and <paramref name="Time"/> the time of day there.</param>
/// <param name="Step">How far up the overdue ladder it is; 0 is not at all.</param>
/// <param name="Explanation">The rule in words.</param>
/// <param name="About">What has to be done, as text.</param>
public sealed record ObligationView(
    string Id, string Track, Instant Due, LocalDate Date, LocalTime Time, Addressee Owner, int Step, bool Overdue, string Rule, string Explanation, string About)
{
    internal static ObligationView Of(Obligation open, VictimsState victims, SchemeRules scheme)
    {
        var local = open.Deadline.Due.InZone(WorkingCalendar.Zone);
        return new ObligationView(
            open.Id, open.Track, open.Deadline.Due, local.Date, local.TimeOfDay, open.Owner, open.Step, open.IsOverdue, open.Deadline.Rule, RuleTexts.Explain(open.Deadline.Rule, scheme), ObligationWords.Of(open.Id, victims));
    }
}
