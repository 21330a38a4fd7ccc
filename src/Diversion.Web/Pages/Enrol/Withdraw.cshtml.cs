using Diversion.Domain.Offer;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>Takes an offer back, to correct it or to make another.</summary>
public sealed class WithdrawModel : EnrolmentPage
{
    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnPostAsync()
    {
        var reason = Read.Text(nameof(Reason), Reason, "why it is withdrawn", 2_000);
        return Run(() => new OfferCommand.WithdrawOffer { Reason = reason }, "The offer was withdrawn. You can choose other conditions.", Tasks);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<OfferCommand.WithdrawOffer>();
}
