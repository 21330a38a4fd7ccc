using Diversion.Casework;
using Diversion.Casework.Access;
using Diversion.Casework.Feeds;
using Diversion.Casework.Keeping;
using Diversion.Casework.Queries;
using Diversion.Casework.Storage;
using Diversion.Web.Access;
using Diversion.Web.Api;
using Diversion.Web.OpenApi;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Diversion.Web;

/// <summary>
/// The web app of Diversion, for any host. The host brings <see cref="CaseworkService"/>,
/// <see cref="ITableStore"/> and a NodaTime <c>IClock</c> as singletons, and passes changes
/// on to the <see cref="InboxSignal"/> that is registered here (or its own, registered before).
/// </summary>
public static class DiversionWeb
{
    public static IServiceCollection AddDiversionWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.AddBearer(settings);
        services.ConfigureHttpJsonOptions(options =>
        {
            ApiJson.Configure(options.SerializerOptions);
            DefaultArrays.DescribeByProperties(options.SerializerOptions);
        });
        services.TryAddSingleton<InboxSignal>();
        services.AddSingleton<AccessLog>();
        services.AddSingleton<Looking>();
        services.AddSingleton<EventNames>();
        services.AddSingleton<FeedIntake>();
        services.AddSingleton<Commanding>();
        services.AddSingleton(new Cursor(settings.PseudonymKey));
        services.AddSingleton(new Pseudonyms(settings.PseudonymKey));
        services.TryAddSingleton(provider => provider.GetRequiredService<CaseworkService>().Rulebook);
        services.AddSingleton<AgreementQuery>();
        services.AddSingleton<TimelineQuery>();
        services.AddSingleton<BreachFileQuery>();
        services.AddSingleton<AccessLogQuery>();
        services.AddSingleton<MessageQuery>();
        services.AddSingleton<CaseloadQuery>();
        services.AddSingleton<RegisterQuery>();
        services.AddSingleton<InboxQuery>();
        services.AddSingleton<EligibilityDryRun>();
        services.AddSingleton(provider => new StatisticsQuery(provider.GetRequiredService<ITableStore>(), TimeProvider.System));
        services.AddDescription();
        return services;
    }

    /// <summary>Maps <c>/api/v1</c>, <c>/openapi/v1.json</c> and <c>/health</c>.</summary>
    public static WebApplication MapDiversionWeb(this WebApplication app)
    {
        app.UseWhen(
            http => IsOurs(http.Request.Path),
            api => api.UseMiddleware<ProblemMiddleware>());
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapHealth();
        var v1 = app.MapGroup("/api/v1").RequireAuthorization(BearerSetup.SignedIn);
        v1.MapReferrals();
        v1.MapCommands();
        v1.MapRecords();
        v1.MapLists();
        v1.MapInbox();
        v1.MapFeeds();
        v1.MapRules();
        app.MapOpenApi();
        return app;
    }

    private static bool IsOurs(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
