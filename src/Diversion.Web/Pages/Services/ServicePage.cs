using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Services;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>A page on which a service of the directory is changed. What is not the reader's to change is refused as a page.</summary>
public abstract class ServicePage(ServiceService services) : StreamPage
{
    protected override string What => "the directory";

    /// <param name="done">What was done, as a sentence.</param>
    /// <param name="to">The page that follows.</param>
    /// <param name="fieldOf">Which field a refusal is about, by the field that it names.</param>
    protected async Task<IActionResult> Run(ServiceId id, Func<ServiceCommand> command, string done, string to, Func<string, string?>? fieldOf = null)
    {
        Refusal.NotPermitted? forbidden = null;
        var answer = await Run(
            async options =>
            {
                var outcome = await services.Execute(id, command() with { By = By, At = Now }, options, Cancellation);
                forbidden = (outcome as Outcome<ServiceState>.Refused)?.Refusal as Refusal.NotPermitted;
                return outcome;
            },
            done,
            to,
            fieldOf);
        return forbidden switch
        {
            null => answer,
            { Code: RefusalCode.ServiceNotYours } => Refuse(forbidden),
            _ => NotForRole(),
        };
    }
}
