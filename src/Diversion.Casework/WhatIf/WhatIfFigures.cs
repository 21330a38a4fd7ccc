using System.Globalization;
using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.WhatIf;

/// <summary>A figure of a scheme that a past decision may hang on.</summary>
/// <param name="Path">As in the scheme's file.</param>
/// <param name="Title">As text.</param>
/// <param name="Now">What it is.</param>
public sealed record WhatIfFigure(string Path, string Title, string Now);

/// <summary>The figures that a page offers. The command takes any path.</summary>
public static class WhatIfFigures
{
    private static readonly (string Path, string Title)[] Known =
    [
        ("breach.firstWarningAt", "Unexcused failures until the first warning"),
        ("breach.finalWarningAt", "Unexcused failures until the final warning"),
        ("breach.proposeAt", "Unexcused failures until a breach is proposed"),
        ("breach.warningMustBeTold", "A failure counts only after the person was told of the warning before it"),
        ("breach.mostExtensionDays", "Days by which a term may be extended in all"),
        ("conditions.most", "Conditions in an agreement, at most"),
        ("conditions.mostPathways", "Pathways in an agreement, at most"),
        ("reparation.leastHours", "Hours of reparation, at least"),
        ("reparation.mostHours", "Hours of reparation, at most"),
        ("term.months", "Months of a term"),
        ("chargeBy.marginDays", "Days between the end of a term and the charge-by date"),
    ];

    public static IReadOnlyList<WhatIfFigure> Of(SchemeRules scheme)
    {
        var now = SchemeOverrides.Figures(scheme).ToDictionary(figure => figure.Path, figure => figure.Value, StringComparer.Ordinal);
        var rules = scheme.Eligibility.Select((rule, place) => (Path: string.Create(CultureInfo.InvariantCulture, $"eligibility[{place}].number"), Title: $"Eligibility: {rule.Message.TrimEnd('.')}"));
        return [.. Known.Concat(rules).Where(figure => now.ContainsKey(figure.Path)).Select(figure => new WhatIfFigure(figure.Path, figure.Title, now[figure.Path]))];
    }
}
