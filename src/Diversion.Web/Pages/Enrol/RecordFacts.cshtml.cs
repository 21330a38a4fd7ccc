using Diversion.Casework.Eligibility;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The facts for eligibility rules that no other page records, alone: to complete or to correct them.</summary>
public sealed class RecordFactsModel(ReferralChoicesQuery choices) : EnrolmentPage
{
    private const string At = $"{nameof(Form)}.";

    [BindProperty]
    public FactsForm Form { get; set; } = new();

    public bool AsksProsecutor => FactsForm.AsksProsecutor(Agreement.Referral!, choices.Of(Now));

    public async Task<IActionResult> OnPostAsync()
    {
        var facts = Form.Read(Read, At);
        if (ModelState.IsValid && facts == EligibilityFacts.None)
        {
            Read.Fault(At + nameof(FactsForm.Orders), "Answer at least one question");
        }

        var open = FactsForm.Open(facts);
        return await Run(
            () => new ReferralCommand.RecordFacts(facts),
            open.Count == 0 ? "Answers saved." : $"Answers saved. You did not answer: {string.Join(", ", open)}.",
            Tasks,
            code => FactsForm.FieldOf(code, At));
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordFacts>();

    protected override void Begin() => Form = FactsForm.Of(Agreement.Referral!.Facts, choices.Of(Now));
}
