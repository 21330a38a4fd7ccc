using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.TagMonitoring;

namespace Diversion.Domain.Conditions.NoReoffending;

/// <summary>The bail that a custody notice tells of.</summary>
/// <param name="AnswerOn">The day on which the person has to answer it; the bail holds until then, or until its result.</param>
/// <param name="AnswerAt">The time of that day, if known.</param>
/// <param name="Curfew">The hours in which the person has to be at home.</param>
/// <param name="Conditions">The other conditions, as custody wrote them.</param>
public sealed record Bail(LocalDate? AnswerOn = null, LocalTime? AnswerAt = null, Curfew? Curfew = null, string? Conditions = null);

internal static class BailReading
{
    /// <summary>Bail without charge is extended at most to years; a later day is a mistyped one.</summary>
    private const int LongestYears = 3;

    public static Refusal? Check(Bail? bail, LocalDate occurredOn)
    {
        if (bail is null)
        {
            return null;
        }

        if (bail.AnswerOn < occurredOn || bail.AnswerOn > occurredOn.PlusYears(LongestYears))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, $"The day on which bail is answered lies between the notice and {LongestYears} years after it. Check the date.");
        }

        if (bail is { AnswerAt: not null, AnswerOn: null })
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Give the day on which bail is answered with its time.");
        }

        return bail.Curfew is { } curfew && curfew.From == curfew.Until
            ? new Refusal.Invalid(RefusalCode.CurfewInvalid, "The curfew starts and ends at the same time. Change one of the two.")
            : null;
    }
}
