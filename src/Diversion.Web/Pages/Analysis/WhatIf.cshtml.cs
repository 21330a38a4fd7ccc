using Diversion.Casework.Access;
using Diversion.Casework.Programmes;
using Diversion.Casework.WhatIf;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Analysis;

/// <summary>The decisions of the last twelve months, taken again with one figure of the scheme changed.</summary>
public sealed class WhatIfModel(WhatIfQuery query, Rulebook rulebook) : PortalPage
{
    private const int MonthsBack = 12;

    [BindProperty]
    public string? Figure { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    public IReadOnlyList<Choice> Figures => [.. WhatIfFigures.Of(Scheme).Select(figure => new Choice(figure.Path, $"{figure.Title}: now {Shown(figure.Now)}"))];

    public WhatIfResult.Answered? Answer { get; private set; }

    public LocalDate From => Today.PlusMonths(-MonthsBack);

    public bool SeesCases => AccessPolicy.SeesCasesOfWhatIf(By);

    /// <summary>"Conditions in an agreement, at most: 2 instead of 6".</summary>
    public string Changed => WhatIfFigures.Of(Scheme).First(figure => figure.Path == Figure) is var figure ? $"{figure.Title}: {Value} instead of {Shown(figure.Now)}" : "";

    /// <summary>A scheme's file says true or false.</summary>
    private static string Shown(string value) => value switch { "true" => "yes", "false" => "no", _ => value };

    private static string Stored(string typed) => typed.ToUpperInvariant() switch { "YES" => "true", "NO" => "false", _ => typed };

    private SchemeRules Scheme => rulebook.Schemes.InForce(rulebook.Programme.Scheme, Today)!;

    public IActionResult OnGet() => AccessPolicy.MaySeeAnalysis(By) ? Page() : NotForRole();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!AccessPolicy.MaySeeAnalysis(By))
        {
            return NotForRole();
        }

        if (Figures.All(figure => figure.Value != Figure))
        {
            Read.Fault(nameof(Figure), FaultWording.Choose("the figure"));
        }

        var value = Read.Text(nameof(Value), Value, "the new value", 20);
        if (ModelState.IsValid)
        {
            switch (await query.Run([$"{Figure}={Stored(value)}"], WorkingCalendar.At(From, LocalTime.Midnight), cancellation: Cancellation))
            {
                case WhatIfResult.Answered answered:
                    Answer = answered;
                    return Page();
                case WhatIfResult.Refused refused:
                    Read.Fault(nameof(Value), $"The scheme cannot have this value. {string.Join(" ", refused.Faults.Select(fault => fault[(fault.IndexOf(": ", StringComparison.Ordinal) + 2)..]))}");
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
