using Diversion.Casework.Access;
using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
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

    public IReadOnlyList<Choice> Figures => [.. SchemeOverrides.Figures(Scheme).Select(figure => new Choice(figure.Path, $"{figure.Path} (now {figure.Value})"))];

    public WhatIfResult.Answered? Answer { get; private set; }

    public LocalDate From => Today.PlusMonths(-MonthsBack);

    public bool SeesCases => AccessPolicy.SeesCasesOfWhatIf(By);

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
            switch (await query.Run([$"{Figure}={value}"], WorkingCalendar.At(From, LocalTime.Midnight), cancellation: Cancellation))
            {
                case WhatIfResult.Answered answered:
                    Answer = answered;
                    return Page();
                case WhatIfResult.Refused refused:
                    Read.Fault(nameof(Value), string.Join(" ", refused.Faults));
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
