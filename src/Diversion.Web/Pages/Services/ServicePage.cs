using Diversion.Casework.ServiceEntries;
using Diversion.Domain.Services;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Services;

/// <summary>A page on which a service of the directory is changed.</summary>
public abstract class ServicePage(ServiceService services) : StreamPage
{
    protected override string What => "the directory";

    /// <param name="done">What was done, as a sentence.</param>
    /// <param name="to">The page that follows.</param>
    /// <param name="fieldOf">Which field a refusal is about, by the field that it names.</param>
    protected Task<IActionResult> Run(ServiceId id, Func<ServiceCommand> command, string done, string to, Func<string, string?>? fieldOf = null) =>
        Run(options => services.Execute(id, command() with { By = By, At = Now }, options, Cancellation), done, to, fieldOf);
}
