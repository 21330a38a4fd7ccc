using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The person declines the offer.</summary>
public sealed class DeclineModel : EnrolmentPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var reason = Read.Text(nameof(Reason), Reason, "why the offer was declined", 2_000);
        return Run(() => new OfferCommand.DeclineOffer { Reason = reason }, "The offer was recorded as declined.");
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives => [(null, new OfferCommand.DeclineOffer())];

    protected override ValueTask<IActionResult?> Prepare() => Opens<OfferCommand.DeclineOffer>();
}
