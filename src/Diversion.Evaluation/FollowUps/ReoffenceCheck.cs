using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.FollowUps;

/// <summary>What can't be true of a reoffence that is typed or imported.</summary>
public static class ReoffenceCheck
{
    /// <param name="start">The person's allocation or signing.</param>
    /// <param name="today">For dates in the future.</param>
    /// <param name="kept">What is recorded of this person already.</param>
    /// <returns>Null, or in words what is wrong and what to do.</returns>
    public static string? Fault(Reoffence reoffence, LocalDate start, LocalDate today, IEnumerable<Reoffence> kept)
    {
        if (reoffence.OffenceOn > today || reoffence.ProvenOn > today)
        {
            return $"The {(reoffence.OffenceOn > today ? "offence" : "outcome")} lies in the future ({Date(reoffence.OffenceOn > today ? reoffence.OffenceOn : reoffence.ProvenOn!.Value)}). Correct the date.";
        }

        if (reoffence.OffenceOn <= start)
        {
            return $"The offence of {Date(reoffence.OffenceOn)} was not after the start of follow-up ({Date(start)}), so it is no reoffence. Correct the date or leave it out.";
        }

        if (reoffence.ProvenOn < reoffence.OffenceOn)
        {
            return $"The outcome of {Date(reoffence.ProvenOn!.Value)} is before the offence of {Date(reoffence.OffenceOn)}. Correct one of the dates.";
        }

        if (reoffence is { Outcome: not ReoffenceOutcome.Open, ProvenOn: null })
        {
            return "The outcome has no date. Add it, or leave the outcome open.";
        }

        if (reoffence is { Outcome: ReoffenceOutcome.Open, ProvenOn: not null })
        {
            return "There is a date of an outcome, but no outcome. Add it, or leave out the date.";
        }

        return kept.Contains(reoffence) ? $"The same reoffence of {Date(reoffence.OffenceOn)} is recorded already. Nothing is added." : null;
    }

    private static string Date(LocalDate date) => date.ToString("d MMMM uuuu", System.Globalization.CultureInfo.InvariantCulture);
}
