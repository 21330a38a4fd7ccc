using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Diversion.Casework.Serialization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace Diversion.Web.OpenApi;

/// <summary>The description at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiSetup
{
    private const string Bearer = "bearer";

    /// <summary>The format "time" would require an offset (RFC 3339); ours is a wall-clock time.</summary>
    private const string TimeOfDay = @"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?$";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddSchemaTransformer(ShapeOfValues);
        options.AddOperationTransformer(Examples.Add);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Diversion",
                Version = "v1",
                Description =
                    "Diversion agreements from referral to outcome. Refusals are problems (RFC 9457) with a stable `code`; `type` is `urn:diversion:problem:` and the code. "
                    + "Commands take If-Match with the ETag that you decided on, and an Idempotency-Key (8 to 64 letters, digits, - or _) so that sending again changes nothing; a repeated answer says `Idempotent-Replay: true`. "
                    + "If-Match takes a list, weak tags and * too (RFC 9110). "
                    + "Instants are taken with any offset of RFC 3339 and answered in UTC; days and times of day are of Europe/London. "
                    + "Bodies are JSON in UTF-8, with or without a byte order mark; comments, trailing commas, properties given twice and unknown properties are refused. "
                    + "X-Access-Reason is UTF-8, percent-encoded UTF-8 or Latin-1.",
                License = new OpenApiLicense { Name = "For the use of the programme", Identifier = "LicenseRef-Diversion" },
            };

            // Clients join the address from this and a path that begins with a slash.
            foreach (var server in document.Servers ?? [])
            {
                server.Url = server.Url?.TrimEnd('/');
            }

            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT", Description = "A token of the installation; `./run token` makes one.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
            return Task.CompletedTask;
        });
    });

    /// <summary>Values that are one text in JSON, although their types have many parts.</summary>
    private static Task ShapeOfValues(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var (format, example) =
            type == typeof(Instant) ? ("date-time", "2026-03-05T17:00:00Z")
            : type == typeof(LocalDate) ? ("date", "2026-03-05")
            : type == typeof(LocalTime) ? ("time-local", "17:00:00")
            : type == typeof(AgreementId) ? ("", "DV-7K3M9-2QX4P")
            : (null, null);
        if (format is null)
        {
            LeaveOutNulls(schema, context.JsonTypeInfo);
        }
        else
        {
            // One component serves both; if null is allowed, the reference to it says so.
            schema.Type = JsonSchemaType.String;
            schema.Format = format.Length == 0 ? null : format;
            schema.Properties?.Clear();
            schema.Examples = [JsonValue.Create(example)!];
            schema.Pattern = type == typeof(LocalTime) ? TimeOfDay : null;
        }

        if (type == typeof(Sex) || type == typeof(RiskBand) || type == typeof(OffenceClass))
        {
            // Read by our own converter, which the generator does not know.
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name)!)];
            schema.Description = "Other common words for these are taken too.";
        }

        if (type == typeof(ConditionKind))
        {
            schema.Description = null;
            schema.Enum = [.. ConditionKinds.All.Select(one => (JsonNode)ConditionKindConverter.NameOf(one.Kind)!)];
        }

        if (type == typeof(ProblemDetails))
        {
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
            schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; go by this." };
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// What may be null, and a list that may never have been given, is left out when written, so no answer is required to
    /// have it.
    /// </summary>
    private static void LeaveOutNulls(OpenApiSchema schema, JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(IsLeftOut))
        {
            schema.Required?.Remove(property.Name);
        }
    }

    private static bool IsLeftOut(JsonPropertyInfo property) =>
        property.IsGetNullable
        || Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>));
}
