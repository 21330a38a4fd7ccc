using System.Text.Json;
using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
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
                    + "Instants are UTC; days are of Europe/London. Unknown properties are refused.",
            };
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

    /// <summary>Values that are one text in JSON, though their types have many parts.</summary>
    private static Task ShapeOfValues(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var (format, example) =
            type == typeof(Instant) ? ("date-time", "2026-03-05T17:00:00Z")
            : type == typeof(LocalDate) ? ("date", "2026-03-05")
            : type == typeof(LocalTime) ? ("time", "17:00:00")
            : type == typeof(AgreementId) ? ("", "DV-7K3M9-2QX4P")
            : (null, null);
        if (format is not null)
        {
            // One component serves both: where null is allowed, the reference to it says so.
            schema.Type = JsonSchemaType.String;
            schema.Format = format.Length == 0 ? null : format;
            schema.Properties?.Clear();
            schema.Examples = [JsonValue.Create(example)!];
        }

        if (type == typeof(Sex) || type == typeof(RiskBand) || type == typeof(OffenceClass))
        {
            // Read by our own converter, of which the generator knows nothing.
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name)!)];
            schema.Description = "Other common words for these are taken too.";
        }

        if (type == typeof(ProblemDetails))
        {
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
            schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; go by this." };
        }

        return Task.CompletedTask;
    }
}
