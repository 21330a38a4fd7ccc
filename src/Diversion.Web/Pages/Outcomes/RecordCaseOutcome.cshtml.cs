using Diversion.Casework;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Outcomes;

/// <summary>What happened to a case that went back to the police; the same page corrects it.</summary>
public sealed class RecordCaseOutcomeModel(Rulebook rulebook) : ActionPage
{
    public const int LongestReason = 4_000;

    [BindProperty]
    public string? Result { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => CommandCatalogue.NameOf<TermCommand.RecordCaseOutcome>();

    public override string Button => "Record the outcome";

    public static IReadOnlyList<Choice> Results { get; } =
    [
        new(nameof(CaseResult.Charged), "Charged"),
        new(nameof(CaseResult.Summons), "Summons"),
        new(nameof(CaseResult.Caution), "Caution"),
        new(nameof(CaseResult.NoFurtherAction), "No further action"),
        new(nameof(CaseResult.Other), "Something else"),
    ];

    public bool IsPast(LocalDate day) => day < Today;

    /// <summary>From the scheme of the agreement.</summary>
    public IReadOnlyList<Choice> Codes =>
    [
        .. rulebook.Schemes.All.First(scheme => scheme.Reference.ToString() == Agreement.Scheme).CaseOutcomes.Codes
            .Select(code => new Choice(code.Code, $"{code.Code}: {code.Title}")),
    ];

    public Task<IActionResult> OnPostAsync()
    {
        var result = string.IsNullOrEmpty(Result) ? null : Read.Choice<CaseResult>(nameof(Result), Result, "what happened") as CaseResult?;
        if (result is null)
        {
            Read.Fault(nameof(Result), FaultWording.Choose("what happened"));
        }

        if (string.IsNullOrEmpty(Code))
        {
            Read.Fault(nameof(Code), FaultWording.Choose("the Home Office outcome code"));
        }

        var on = Read.Date(nameof(On), On, "the day of the decision");
        var reason = Read.OptionalText(nameof(Reason), Reason, "the reason", LongestReason);
        return Run(
            () => new TermCommand.RecordCaseOutcome(result!.Value, Code!, on) { Reason = reason },
            "What happened to the case was recorded.",
            FieldOf);
    }

    private static string? FieldOf(string code) => code switch
    {
        RefusalCode.OutcomeCodeUnknown or RefusalCode.OutcomeCodeUnfit => nameof(Code),
        RefusalCode.DateInFuture or RefusalCode.DateTooOld => nameof(On),
        RefusalCode.ReasonMissing => nameof(Reason),
        _ => null,
    };
}
