using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Victim;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>
/// What a victim got, as it is stored: <c>t</c> told in time, <c>l</c> late, <c>-</c> not known yet; then <c>o</c> for
/// restorative justice offered and <c>u</c> for taken up, <c>r</c> and an answer from 1 to 5 about it; then <c>d</c> for asked and declined to answer, or <c>s</c> and the
/// answers to three questions, 0 for one that was left out.
/// </summary>
internal static class VictimText
{
    public static string Write(AgreementState state, VictimState victim)
    {
        var track = Tracks.VictimOf(victim.Number);
        var open = state.Obligations.Where(obligation => obligation.Track == track).ToArray();
        var told = victim.KeptLate > 0 || open.Any(obligation => obligation.IsOverdue) ? "l"
            : victim.KeptInTime > 0 && open.Length == 0 ? "t"
            : "-";
        var justice = state.Conditions.OfType<RestorativeJusticeCondition>().Where(condition => condition.Victim == victim.Number && condition.ContactedOn is not null).ToArray();
        return $"{told}{(justice.Length > 0 ? "o" : "")}{(justice.Any(condition => condition.HeldOn is not null) ? "u" : "")}{(victim.Satisfaction?.Restorative is { } restorative ? $"r{restorative}" : "")}{Satisfaction(victim.Satisfaction)}";
    }

    public static VictimFacts Read(string stored)
    {
        var answers = stored.IndexOf('s', StringComparison.Ordinal);
        var restorative = stored.IndexOf('r', StringComparison.Ordinal);
        return new(
            stored[0] switch { 't' => true, 'l' => false, _ => null },
            answers < 0 ? [] : [.. stored[(answers + 1)..].Select(digit => digit - '0')],
            stored.Contains('o', StringComparison.Ordinal),
            stored.Contains('u', StringComparison.Ordinal),
            restorative < 0 ? null : stored[restorative + 1] - '0')
        {
            SatisfactionDeclined = stored.Contains('d', StringComparison.Ordinal),
        };
    }

    private static string Satisfaction(VictimSatisfaction? said) => said switch
    {
        null => "",
        { Answered: false } => "d",
        _ => $"s{said.Informed ?? 0}{said.Treated ?? 0}{said.Outcome ?? 0}",
    };
}
