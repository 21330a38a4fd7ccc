using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Drafts;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Feeds;
using Diversion.Casework.Figures;
using Diversion.Casework.Inbox;
using Diversion.Casework.Messages;
using Diversion.Casework.Papers;
using Diversion.Casework.Register;
using Diversion.Casework.Search;
using Diversion.Casework.Serialization;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Timekeeping;
using Diversion.Web.Access;
using Diversion.Web.Api;
using Diversion.Web.Assets;
using Diversion.Web.OpenApi;
using Diversion.Web.Pages.Documents;
using Diversion.Web.Pages.Inbox;
using Diversion.Web.Pages.MyAgreement;
using Diversion.Web.Pages.Register;
using Diversion.Web.Pages.Workers;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Diversion.Web.Settings;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Diversion.Web;

/// <summary>
/// The web app of Diversion, for any host. The host brings <see cref="CaseworkService"/>,
/// <see cref="StaffService"/>, <see cref="ITableStore"/>, what <see cref="CaseworkRegistration"/> needs for papers, and a NodaTime <c>IClock</c> as singletons, and passes changes
/// on to the <see cref="InboxSignal"/> that is registered here (or its own, registered before).
/// </summary>
public static class DiversionWeb
{
    public static IServiceCollection AddDiversionWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.AddCasework(settings.PseudonymKey);
        services.AddSignIn(settings);
        services.AddPages(settings);
        services.ConfigureHttpJsonOptions(options =>
        {
            RequestJson.Configure(options.SerializerOptions);
            DefaultArrays.DescribeByProperties(options.SerializerOptions);
        });
        services.AddScoped<Commanding>();
        services.AddSingleton<RegisterChoices>();
        services.AddSingleton<ActionPages>();
        services.AddSingleton<InboxStream>();
        services.AddSingleton<WorkerChoices>();
        services.AddDescription();
        return services;
    }

    /// <summary>
    /// The pages, <c>/api/v1</c>, <c>/openapi/v1.json</c>, <c>/docs</c>, <c>/assets</c> and <c>/health</c>, on any host. It needs only
    /// the services that were added, and answers every request.
    /// </summary>
    /// <param name="more">Endpoints of the host's own.</param>
    public static IApplicationBuilder UseDiversionWeb(this IApplicationBuilder app, Action<IEndpointRouteBuilder>? more = null)
    {
        app.UseWhen(http => ApiPath.Is(http.Request.Path), api => api.UseMiddleware<ProblemMiddleware>());
        app.UseWhen(http => ApiPath.IsDoubled(http.Request.Path), doubled => doubled.Run(http => Problems.Doubled().ExecuteAsync(http)));
        app.UseWhen(http => !ApiPath.Is(http.Request.Path), pages => pages.Use(SecurityHeaders.Add).UseMiddleware<PostRedirectGet>().UseMiddleware<PageFaults>());
        app.UseRouting();
        app.Use(AgreementAddress.Read);
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapHealth();
            endpoints.MapApi();
            endpoints.MapNotify();
            endpoints.MapOpenApi();
            endpoints.MapReference();
            endpoints.MapAssets();
            endpoints.MapInboxStream();
            endpoints.MapDocumentFiles();
            endpoints.MapSession();
            endpoints.MapBackChannelLogout();
            endpoints.MapMyAgreement();
            endpoints.MapRazorPages();
            more?.Invoke(endpoints);
        });
        return app;
    }

    private static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var v1 = endpoints.MapGroup("/api/v1").RequireAuthorization(SignInSetup.ForApi);
        v1.MapReferrals();
        v1.MapCommands();
        v1.MapRecords();
        v1.MapSubjectAccess();
        v1.MapDocuments();
        v1.MapTransfers();
        v1.MapFollowUp();
        v1.MapStaff();
        v1.MapTrials();
        v1.MapKeeping();
        v1.MapServices();
        v1.MapProjects();
        v1.MapLists();
        v1.MapInbox();
        v1.MapFeeds();
        v1.MapSystem();
        v1.MapRules();
    }
}
