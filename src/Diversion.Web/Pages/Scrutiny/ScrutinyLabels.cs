using System.Globalization;
using Diversion.Domain.Scrutiny;
using Diversion.Domain;
using Diversion.Evaluation.Estimates;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Scrutiny;

/// <summary>The words of sittings.</summary>
internal static class ScrutinyLabels
{
    public static IReadOnlyList<Choice> Verdicts { get; } = [.. Enum.GetValues<PanelVerdict>().Select(verdict => new Choice($"{verdict}", Of(verdict).Text, Hint(verdict)))];

    public static Label Of(SittingStatus status) => status switch
    {
        SittingStatus.Planned => new("Planned, not drawn", "grey"),
        SittingStatus.Sitting => new("Open for verdicts", "green"),
        _ => new("Closed", "blue"),
    };

    public static Label Of(PanelVerdict verdict) => new(Words.Sentence(verdict.InWords()), verdict switch
    {
        PanelVerdict.Appropriate => "green",
        PanelVerdict.AppropriateWithObservations => "yellow",
        PanelVerdict.Inappropriate => "red",
        _ => "grey",
    });

    /// <summary>Landis and Koch 1977, Biometrics 33:159: a habit of reading, not a test.</summary>
    public static string Of(FleissKappa kappa) => string.Create(CultureInfo.InvariantCulture, $"{kappa.Kappa.Value:0.00} (95% interval {kappa.Kappa.Interval.Lower:0.00} to {kappa.Kappa.Interval.Upper:0.00})");

    private static string? Hint(PanelVerdict verdict) => verdict switch
    {
        PanelVerdict.Appropriate => "As the rules and comparable cases would have it",
        PanelVerdict.AppropriateWithObservations => "Right in the end, with something to learn from",
        PanelVerdict.Inappropriate => "It should have been decided otherwise",
        _ => "You cannot say, or the panel has no common answer",
    };
}
