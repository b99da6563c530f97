// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Web.WorkApi;

/// <summary>What an operation asks beside its body; the description of the API is made from it.</summary>
internal sealed record OperationWords
{
    /// <summary>A list that comes in pages.</summary>
    internal bool IsPaged { get; init; }

    /// <summary>A person does it, never a program with a key.</summary>
    internal bool IsInPerson { get; init; }

    /// <summary>Where what it makes stands, up to the id; null when it has no address of its own.</summary>
    internal string? MadeAt { get; init; }

    /// <summary>It makes something, and may be sent again with the same <c>Idempotency-Key</c>.</summary>
    internal bool IsMaking { get; init; }

    /// <summary>It changes something.</summary>
    internal bool IsSent { get; init; }

    /// <summary>It changes an item that others may change too.</summary>
    internal bool NeedsVersion { get; init; }
}

/// <summary>Adds to the description what the handlers of the work read by themselves: parameters, headers, and how to sign in.</summary>
internal static class OperationDescription
{
    private static readonly Dictionary<string, string> parts = new(StringComparer.Ordinal)
    {
        ["id"] = "Id of the item.",
        ["level"] = "Level id on the ladder of this municipality, such as buurt.",
        ["code"] = "Code of an area, such as BU99010101.",
    };

    internal const string Key = "key", Cookie = "session";

    private static readonly HashSet<AccessRole> visitor = [AccessRole.Visitor];

    /// <summary>The two ways to be somebody: a key for a program, or the cookie of who signed in on the site.</summary>
    internal static void DescribeSignIn(OpenApiDocument document)
    {
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key that a colleague made at /api/v1/keys; it may what its owner may." },
            [Cookie] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "schakel", Description = "The session of who signed in at /aanmelden." },
        };
    }

    internal static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationWords>().FirstOrDefault() is not { } words)
            return Task.CompletedTask;

        operation.Parameters = [];
        foreach (var part in (context.Description.RelativePath ?? "").Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')))
            operation.Parameters.Add(Parameter(part, ParameterLocation.Path, parts[part], JsonSchemaType.String, required: true, part == "id" ? "uuid" : null));
        operation.Parameters.Add(Parameter("lang", ParameterLocation.Query, "Language of reasons and sentences: nl (default) or en.", JsonSchemaType.String));
        if (words.IsPaged)
        {
            operation.Parameters.Add(Parameter("limit", ParameterLocation.Query, "Most items in one answer, 1 to 500; default 500. The header Link names the address of the rest.", JsonSchemaType.Integer));
            operation.Parameters.Add(Parameter("after", ParameterLocation.Query, "Only what stands after the item with this id.", JsonSchemaType.String, format: "uuid"));
        }

        if (words.NeedsVersion)
            operation.Parameters.Add(Parameter("If-Match", ParameterLocation.Header, "The ETag of what was read, or * for whichever version stands.", JsonSchemaType.String, required: true, example: "\"3\""));
        if (words.IsMaking)
            operation.Parameters.Add(Parameter("Idempotency-Key", ParameterLocation.Header, "A value of your own, up to 200 characters. Sent again with the same body within a week, nothing is made twice: the answer is 303 with the address of the first.", JsonSchemaType.String));
        if (operation.RequestBody is OpenApiRequestBody { Content: { } content } body)
        {
            body.Required = true;
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().FirstOrDefault()?.RequestType is { } type && content.TryGetValue("application/json", out var sent))
                sent.Example = BodyExample.Of(type);
        }

        // What a visitor may do too needs no account.
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsAttribute>().FirstOrDefault() is { } needs && !Permissions.Allows(visitor, needs.Action, null))
            operation.Security = [new() { [new(Key, context.Document)] = [] }, new() { [new(Cookie, context.Document)] = [] }];
        foreach (var (status, answer) in operation.Responses ?? [])
            if (status.StartsWith('2') && answer is OpenApiResponse said)
                Headers(said, words, status);
        return Task.CompletedTask;
    }

    private static void Headers(OpenApiResponse said, OperationWords words, string status)
    {
        said.Headers ??= new Dictionary<string, IOpenApiHeader>();
        if (words.IsPaged)
            said.Headers["Link"] = Header("Address of the next page, with rel=\"next\"; absent on the last one.");
        else
            said.Headers["ETag"] = Header("The version of the item, where it has one: send it back in If-Match.");
        if (status == "201")
            said.Headers["Location"] = Header("Address of what was made, where it has one.");
    }

    private static OpenApiHeader Header(string words) => new() { Description = words, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiParameter Parameter(string name, ParameterLocation where, string words, JsonSchemaType type, bool required = false, string? format = null, string? example = null) => new()
    {
        Name = name,
        In = where,
        Description = words,
        Required = required,
        Schema = new OpenApiSchema { Type = type, Format = format },
        Example = example is null ? null : JsonValue.Create(example),
    };
}
