using Diversion.Casework;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Diversion.Web.Pages.Problem;

/// <summary>The page for whatever went wrong with another. Nobody comes here by its address.</summary>
public sealed class IndexModel(WebSettings settings, IOptions<AntiforgeryOptions> antiforgery) : PortalPage
{
    private static readonly string[] OurOwn = [nameof(SeenVersion), nameof(FormKey), "DraftTag", "returnUrl", "person", "step"];

    private PageFault fault = new(StatusCodes.Status404NotFound);

    internal FaultText Text => FaultPages.Of(fault, settings.InteractiveScheme is not null);

    public string? Address => fault.Address;

    /// <summary>Whose action came too early or too late: how it stands is said there.</summary>
    public string? Agreement => fault.Status == StatusCodes.Status409Conflict && fault.Address?.Split('/', '?') is ["", "agreements", var reference, ..] && AgreementIds.IsWellFormed(reference)
        ? reference
        : null;

    /// <summary>Every field of the form that could not be taken.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; private set; } = [];

    /// <summary>
    /// The form's own token goes with it: it is good again for whoever signs in as the same person, and for nobody
    /// else. A form that came without one, from another site, can be sent again as often as one likes.
    /// </summary>
    public bool CanSendAgain => fault.Status == StatusCodes.Status401Unauthorized && settings.InteractiveScheme is not null && Typed.Count > 0;

    /// <summary>What a person typed, to copy from, without what the form added.</summary>
    public IReadOnlyList<string> Told =>
        CanSendAgain ? [] : [.. Typed.Where(typed => !OurOwn.Contains(typed.Key) && typed.Key != antiforgery.Value.FormFieldName && typed.Value.Length > 0).Select(typed => typed.Value)];

    public async Task<IActionResult> OnGetAsync()
    {
        if (HttpContext.Features.Get<PageFault>() is not { } told)
        {
            return NotFound();
        }

        fault = told;
        if (Request.HasFormContentType)
        {
            Typed = await ReadForm();
        }

        return Page();
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadForm()
    {
        try
        {
            var form = await Request.ReadFormAsync(Cancellation);
            return [.. form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return [];
        }
    }
}
