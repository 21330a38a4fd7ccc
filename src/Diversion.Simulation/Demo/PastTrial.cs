using Diversion.Casework.Programmes;
using Diversion.Domain.Conditions;
using Diversion.Domain.Time;
using Diversion.Domain.Trials;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using Diversion.Simulation.Running;
using NodaTime;

namespace Diversion.Simulation.Demo;

/// <summary>
/// The trial that the demo's programme had before its present one: small, closed, its seed opened, and everybody followed
/// up. So the analysis answers at the first start what the effect was, of invented people.
/// </summary>
internal sealed class PastTrial
{
    public const string Code = "medium-risk-1";

    public const string WhyClosed = "Recruitment has ended, and another trial is about to begin.";

    private const int Referred = 64;
    private const int DaysOfRecruitment = 80;

    /// <summary>After the last referral, for who is not approved at once.</summary>
    private const int DaysToApprove = 21;

    /// <summary>
    /// The longest that the bank holidays allow: with 34 months everybody's results of 12 and 24 months are final, with 24
    /// those of 12 months.
    /// </summary>
    private static readonly int[] MonthsBefore = [34, 24];

    private PastTrial(LocalDate from, OfficeHours hours)
    {
        var last = from.PlusDays(DaysOfRecruitment);
        var days = hours.WorkingDays(from, last);
        People = [.. Enumerable.Range(0, Referred).Select(number => (OfficeHours.Slot(days[number * days.Count / Referred], number % 6), Life))];
        Begins = OfficeHours.Slot(from, 0);
        Protocol = SimulatedTrial.ForPast(from, last.PlusDays(DaysToApprove), Referred);
    }

    /// <summary>Meetings alone, so that the start of the demo does not wait for more; everything else as it comes.</summary>
    private static Traits Life { get; } = new(Prompt: true, Conditions: [ConditionKind.Supervision]);

    public Instant Begins { get; }

    public TrialProtocol Protocol { get; }

    public IReadOnlyList<(Instant ReferredAt, Traits Traits)> People { get; }

    /// <returns>Null when bank holidays or scheme do not reach back far enough for anybody's result to be final.</returns>
    public static PastTrial? Before(LocalDate today, Rulebook rulebook, OfficeHours hours) => MonthsBefore
        .Select(months => today.PlusMonths(-months))
        .Where(from => rulebook.Calendar.Covers(from) && rulebook.Schemes.InForce(rulebook.Programme.Scheme, from) is not null)
        .Select(from => new PastTrial(from, hours))
        .FirstOrDefault();
}
