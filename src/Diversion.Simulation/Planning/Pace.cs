using Diversion.Domain.Agreements;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>When staff fulfil their obligations.</summary>
internal static class Pace
{
    /// <summary>Most in time, some late, and some not before the overdue ladder reminds somebody.</summary>
    /// <param name="from">Before this it cannot be done.</param>
    /// <param name="own">Numbers of its own, so that the lives of all others stay as they were.</param>
    public static Instant Of(CaseFile file, Setting setting, Deadline deadline, Instant from, Chance? own = null)
    {
        var (chance, hours) = (own ?? file.Chance, setting.Hours);
        var (onTime, late) = (setting.Behaviour["staff.onTime"], setting.Behaviour["staff.late"]);
        var roll = file.Participant.Traits.Prompt ? 0 : chance.Unit();
        if (roll < onTime)
        {
            return deadline.Due > from ? hours.Within(from, deadline.Due, chance) : hours.FirstAfter(from);
        }

        if (roll < onTime + late)
        {
            return hours.DaysAfter(Instant.Max(from, deadline.Due), chance.Between(1, 2), chance);
        }

        var reminded = deadline.Ladder[chance.Between(Math.Min(1, deadline.Ladder.Length - 1), deadline.Ladder.Length - 1)];
        return hours.DaysAfter(Instant.Max(from, reminded), chance.Between(0, 1), chance);
    }

    public static Instant Of(CaseFile file, Setting setting, Obligation open, Instant now) => Of(file, setting, open.Deadline, now);
}
