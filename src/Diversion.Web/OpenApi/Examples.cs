using System.Text.Json.Nodes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Diversion.Web.OpenApi;

/// <summary>Example bodies of the main requests. All data are made up.</summary>
internal static class Examples
{
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        [CommandCatalogue.NameOf<ReferralCommand.Refer>()] = """
            {"person":{"name":"Sam Example","bornOn":"1996-04-02","sex":"male","district":"County Durham","email":"sam@example.org","contactConsent":true},
             "offence":{"description":"Theft from a shop","group":"theft","committedOn":"2026-02-20","class":"eitherWay","district":"County Durham"},
             "custodyReference":"CU/2026/00123"}
            """,
        [CommandCatalogue.NameOf<OfferCommand.MakeOffer>()] = """
            {"conditions":[{"kind":"no-reoffending"},{"kind":"supervision"},{"kind":"reparation","hours":18,"provider":"Green Spaces"},
             {"kind":"pathway","need":"drugsAndAlcohol","provider":"Recovery Trust"}]}
            """,
        [CommandCatalogue.NameOf<OfferCommand.SignAgreement>()] = """{"signedOn":"2026-03-05","keyWorker":{"id":"kw-1","name":"Alex Worker","team":"north"}}""",
        [CommandCatalogue.NameOf<AppointmentCommand.ScheduleAppointment>()] = """{"conditionId":"supervision","appointmentId":"m-1","startsAt":"2026-03-06T10:00:00Z","minutes":45,"place":"Office"}""",
        [CommandCatalogue.NameOf<AppointmentCommand.ScheduleSeries>()] = """{"conditionId":"supervision","appointments":[{"id":"m-2","startsAt":"2026-03-10T10:30:00Z"},{"id":"m-3","startsAt":"2026-03-17T10:30:00Z"}],"minutes":45,"place":"Office"}""",
        [CommandCatalogue.NameOf<AppointmentCommand.RecordAttendance>()] = """{"conditionId":"supervision","appointmentId":"m-1","attendance":"attended","minutesLate":0}""",
        [CommandCatalogue.NameOf<BreachCommand.ProposeBreach>()] = """{"reason":"Three missed meetings and no answer to letters."}""",
        [CommandCatalogue.NameOf<BreachCommand.DecideBreach>()] = """{"decision":"continue","reason":"The person has come back and asked for another chance."}""",
        ["tag-events"] = """{"items":[{"agreement":"DV-7K3M9-2QX4P","id":"te-1001","kind":"curfewAbsence","occurredAt":"2026-03-10T22:14:00Z"}]}""",
        ["custody-notices"] = """{"items":[{"agreement":"DV-7K3M9-2QX4P","id":"cn-77","kind":"arrest","occurredOn":"2026-03-11"}]}""",
        ["add-person"] = """{"id":"kw-7","name":"Kim New","roles":["keyWorker"],"team":"north","email":"kim@example.org","from":"2026-04-01"}""",
        ["record-leaver"] = """{"person":"kw-7","lastDay":"2026-09-30","reason":"Moves to another force."}""",
        ["eligibility-dry-run"] = """{"person":{"name":"Sam Example","bornOn":"1996-04-02","district":"County Durham"},"riskBand":"medium","victimViewsSought":true}""",
    };

    public static Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var name = context.Description.ActionDescriptor.EndpointMetadata.OfType<IEndpointNameMetadata>().FirstOrDefault()?.EndpointName;
        if (name is not null && Bodies.TryGetValue(name, out var body)
            && operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var media) && media is OpenApiMediaType json)
        {
            json.Example = JsonNode.Parse(body);
        }

        return Task.CompletedTask;
    }
}
