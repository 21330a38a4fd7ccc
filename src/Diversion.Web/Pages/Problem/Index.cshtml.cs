using Diversion.Casework.Record;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Settings;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Diversion.Web.Pages.Problem;

/// <summary>The error page for every other page. Nobody opens it by its address.</summary>
public sealed class IndexModel(WebSettings settings, IOptions<AntiforgeryOptions> antiforgery) : PortalPage
{
    private PageFault fault = new(StatusCodes.Status404NotFound);

    internal FaultText Text => FaultPages.Of(fault, settings.InteractiveScheme is not null, Typed.Count > 0);

    /// <summary>The agreement whose action came too early or too late; its page shows the present state.</summary>
    public string? Agreement => fault.Status == StatusCodes.Status409Conflict && fault.Address?.Split('/', '?') is ["", "agreements", var reference, ..] && AgreementIds.IsWellFormed(reference)
        ? reference
        : null;

    /// <summary>The text that a person typed into the refused form, so that they can copy it.</summary>
    public IReadOnlyList<string> Typed { get; private set; } = [];

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

    private async Task<IReadOnlyList<string>> ReadForm()
    {
        try
        {
            var form = await Request.ReadFormAsync(Cancellation);
            return FormFields.TypedByPeople(form
                .Where(field => field.Key != antiforgery.Value.FormFieldName)
                .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return [];
        }
    }
}
