using Diversion.Domain.Trials;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Trials;

/// <summary>The words of trials.</summary>
internal static class TrialLabels
{
    public static Label Of(TrialStatus status) => status switch
    {
        TrialStatus.Draft => new("Draft", "grey"),
        TrialStatus.Open => new("Open", "green"),
        TrialStatus.Closed => new("Closed", "blue"),
        _ => new("Closed, seed opened", "blue"),
    };

    public static string Of(TreatmentRule rule) => rule == TreatmentRule.Signed ? "Signed the agreement" : "Signed, and met the key worker within 72 hours";

    /// <summary><c>medium/theft/female</c> as "medium, theft, female".</summary>
    public static string Stratum(string stratum) => stratum.Length == 0 ? "Everybody" : stratum.Replace("/", ", ", StringComparison.Ordinal).Replace('-', ' ');
}
