using Diversion.Casework.Drafts;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Web.Pages.Conditions;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Takes an offer back, to correct it or to make another one: its conditions become a draft again.</summary>
public sealed class WithdrawModel(Records records, ReferralDrafts drafts) : EnrolmentPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var reason = Read.Text(nameof(Reason), Reason, "why it is withdrawn", 2_000);
        var offer = (await records.Find(Reference, Cancellation))?.Offer;
        var answer = await Run(
            () => new OfferCommand.WithdrawOffer { Reason = reason }, "The offer was withdrawn. Its conditions are kept for you to change.", Tasks);
        if (answer is LocalRedirectResult && offer is not null)
        {
            await drafts.Save(By, Reference, Reference, DraftJson.Write(ConditionsForm.Of(offer.Conditions)), null, Now, Cancellation);
        }

        return answer;
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [(null, new OfferCommand.WithdrawOffer())];

    protected override ValueTask<IActionResult?> Prepare() => Opens<OfferCommand.WithdrawOffer>();
}
