using Diversion.Domain;
using Diversion.Domain.Eligibility;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Enrol;

internal static class RiskBands
{
    public static IReadOnlyList<Choice> All { get; } = [.. Enum.GetValues<RiskBand>().Select(band => new Choice($"{band}", InWords(band)))];

    public static string InWords(RiskBand? band) => band is { } known ? Labels.Sentence(Words.Of(known)) : "Not recorded";
}
