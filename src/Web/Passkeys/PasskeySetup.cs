// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.Identity;
using Schakel.Workspace.Members;

namespace Schakel.Web.Passkeys;

internal static class PasskeySetup
{
    internal static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>().AddUserStore<AccountsAsUsers>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyDoor>();
        services.AddSingleton<Ceremony>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // Finger, face or PIN every time: having the device and being its owner are two factors in one.
            passkeys.UserVerificationRequirement = "required";
            // The device knows the account, so that nobody types a name and no name can be tried.
            passkeys.ResidentKeyRequirement = "required";
            // Which make the device is, is nobody's business here.
            passkeys.AttestationConveyancePreference = "none";
            passkeys.AuthenticatorTimeout = Ceremony.Patience;
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(
                !asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}");
        });
    }
}
